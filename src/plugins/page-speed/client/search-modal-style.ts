import '@docsearch/css/dist/_variables.css';
import '@docsearch/css/dist/modal.css';
import '@site/src/css/search-modal.css';
