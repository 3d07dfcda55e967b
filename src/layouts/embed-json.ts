/** A value as the text of a `<script type="application/json">`, which nothing in it can end early. */
export const embedJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
