export { GET } from '../../../pages/brand.css.ts';
