import type { APIRoute } from 'astro';
import { academy } from '../layouts/academy.ts';
import { writeBrandStyles } from '../layouts/brand-colours.ts';

export const GET: APIRoute = () => new Response(writeBrandStyles(academy.brand.colour), { headers: { 'content-type': 'text/css; charset=utf-8' } });
