import { type Entity, listAt, textAt, toEntity } from './entity.ts';

/** What a feed says a service is and whom it is for, in the feed's own terms. */
export function readTermNames(service: Entity): string[] {
  const attributes = listAt(service, 'attributes').map((each) => toEntity(each.taxonomy_term));
  const taxonomies = listAt(service, 'service_taxonomys').map((each) => toEntity(each.taxonomy));
  const names = [
    ...[...attributes, ...taxonomies, ...listAt(service, 'taxonomies')].map((each) =>
      textAt(each, 'name'),
    ),
    ...listAt(service, 'pc_targetAudience').map((each) => textAt(each, 'audienceType')),
    ...listAt(service, 'eligibilitys').map((each) => textAt(each, 'eligibility')),
  ];
  // 'Children and families>Under fives'
  const last = names.map((name) => name.split('>').at(-1)?.trim() ?? '');
  return [...new Set(last.filter(Boolean))];
}
