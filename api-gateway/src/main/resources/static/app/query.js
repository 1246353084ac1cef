// A search as it stands in the address bar, and the addresses that change one thing about it.

/** Filters in the order they are shown; each may be given several times. */
export const FILTERS = ['newspaper', 'kind', 'person', 'place', 'organisation', 'topic', 'author'];
const PAGE_SIZE = 20;

export class Query {
  constructor(params) {
    this.params = new URLSearchParams(params);
  }

  static fromAddress() {
    return new Query(location.search);
  }

  get text() {
    return this.params.get('q') ?? '';
  }

  /** Newest first is what an empty box asks for: there is nothing to be relevant to. */
  get sort() {
    return this.params.get('sort') ?? (this.text ? 'relevance' : 'newest');
  }

  get page() {
    return Number(this.params.get('page') ?? 1);
  }

  values(filter) {
    return this.params.getAll(filter);
  }

  has(filter, value) {
    return this.params.getAll(filter).includes(value);
  }

  get from() {
    return this.params.get('from') ?? '';
  }

  get to() {
    return this.params.get('to') ?? '';
  }

  get isFiltered() {
    return Boolean(this.from || this.to) || FILTERS.some(filter => this.params.has(filter));
  }

  get isFront() {
    return !this.text && !this.isFiltered && !this.params.has('cursor') && !this.params.has('sort');
  }

  /** The API's address for this search. */
  request() {
    const params = new URLSearchParams(this.params);
    params.delete('page');
    params.set('sort', this.sort);
    params.set('size', String(PAGE_SIZE));
    params.set('facets', 'true');
    return `/api/v1/articles?${params}`;
  }

  /** Asks for the facets alone: the API counts them on the first page only. */
  facetsRequest() {
    const params = new URLSearchParams(this.params);
    for (const name of ['cursor', 'page']) params.delete(name);
    params.set('size', '1');
    params.set('facets', 'true');
    return `/api/v1/articles?${params}`;
  }

  /** What the search itself asks for, without page and size. */
  get narrowing() {
    const params = new URLSearchParams(this.params);
    for (const name of ['cursor', 'page', 'sort']) params.delete(name);
    return params;
  }

  /** Everything that matches, as a file; a byte order mark tells Excel that a CSV is UTF-8. */
  export(format) {
    const params = this.narrowing;
    params.set('sort', this.sort);
    params.set('format', format);
    if (format === 'csv') params.set('bom', 'true');
    return `/api/v1/export?${params}`;
  }

  /** Where an alert is made out of this search. */
  watch() {
    return `/alerts/new?${this.narrowing}`;
  }

  /** The newest that match, for feed readers. */
  feed() {
    const params = this.narrowing;
    return params.size ? `/api/v1/feed.atom?${params}` : '/api/v1/feed.atom';
  }

  /** The address after a change; a change goes back to the first page. */
  change(edit) {
    const params = new URLSearchParams(this.params);
    params.delete('cursor');
    params.delete('page');
    edit(params);
    return params.size ? `/?${params}` : '/';
  }

  toggled(filter, value) {
    return this.change(params => this.has(filter, value) ? params.delete(filter, value) : params.append(filter, value));
  }

  dated(from, to) {
    return this.change(params => {
      for (const [name, value] of [['from', from], ['to', to]]) {
        if (value) params.set(name, value);
        else params.delete(name);
      }
    });
  }

  asking(text) {
    return this.change(params => params.set('q', text));
  }

  sorted(sort) {
    return this.change(params => params.set('sort', sort));
  }

  unfiltered() {
    return this.change(params => [...FILTERS, 'from', 'to'].forEach(name => params.delete(name)));
  }

  next(cursor) {
    return this.change(params => {
      params.set('cursor', cursor);
      params.set('page', String(this.page + 1));
    });
  }

  first() {
    return this.change(() => {});
  }
}

/** A search for one value, from anywhere. */
export function narrowTo(filter, value) {
  return `/?${new URLSearchParams({[filter]: value})}`;
}

/** A search for a day, a month (`2025-02`) or a year. */
export function narrowToDate(date) {
  const [year, month, day] = date.split('-');
  if (day) return `/?${new URLSearchParams({from: date, to: date})}`;
  if (month) return `/?${new URLSearchParams(monthRange(date))}`;
  return `/?${new URLSearchParams({from: `${year}-01-01`, to: `${year}-12-31`})}`;
}

/** First and last day of `2025-02`. */
export function monthRange(month) {
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return {from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}`};
}
