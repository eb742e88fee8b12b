export { languageOf, type Language } from '../platform/language.js';
