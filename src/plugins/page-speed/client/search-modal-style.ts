import '@docsearch/css/dist/modal.css';
