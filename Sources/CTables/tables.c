// Puts the tables of Data/ into the program as they are: readable in the repository, no file to
// find at run time, no cost at start. `#embed` is C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTables.h"

#define TABLE(name) \
  DatelineTable dateline_table_##name(void) { return (DatelineTable){name, sizeof name}; }

static const unsigned char encodings[] = {
#embed "Data/encodings.tsv"
};
TABLE(encodings)

static const unsigned char furniture_phrases[] = {
#embed "Data/furniture-phrases.tsv"
};
TABLE(furniture_phrases)

static const unsigned char credit_marks[] = {
#embed "Data/credit-marks.tsv"
};
TABLE(credit_marks)

static const unsigned char class_words[] = {
#embed "Data/class-words.tsv"
};
TABLE(class_words)

static const unsigned char months[] = {
#embed "Data/months.tsv"
};
TABLE(months)

static const unsigned char places_countries[] = {
#embed "Data/places-countries.tsv"
};
TABLE(places_countries)

static const unsigned char places_regions[] = {
#embed "Data/places-regions.tsv"
};
TABLE(places_regions)

static const unsigned char places_features[] = {
#embed "Data/places-features.tsv"
};
TABLE(places_features)

static const unsigned char places_words[] = {
#embed "Data/places-words.tsv"
};
TABLE(places_words)

static const unsigned char places_weights[] = {
#embed "Data/places-weights.tsv"
};
TABLE(places_weights)

static const unsigned char agencies[] = {
#embed "Data/agencies.tsv"
};
TABLE(agencies)

static const unsigned char line_weights[] = {
#embed "Data/line-weights.tsv"
};
TABLE(line_weights)
static const unsigned char character_references[] = {
#embed "Data/character-references.tsv"
};
TABLE(character_references)

static const unsigned char symbols[] = {
#embed "Data/symbols.tsv"
};
TABLE(symbols)

static const unsigned char base_norms[] = {
#embed "Data/base-norms.tsv"
};
TABLE(base_norms)
static const unsigned char byline_words[] = {
#embed "Data/byline-words.tsv"
};
TABLE(byline_words)

static const unsigned char date_cues[] = {
#embed "Data/date-cues.tsv"
};
TABLE(date_cues)
static const unsigned char times_rules[] = {
#embed "Data/times-rules.tsv"
};
TABLE(times_rules)

static const unsigned char times_words[] = {
#embed "Data/times-words.tsv"
};
TABLE(times_words)

static const unsigned char times_modifiers[] = {
#embed "Data/times-modifiers.tsv"
};
TABLE(times_modifiers)

static const unsigned char times_holidays[] = {
#embed "Data/times-holidays.tsv"
};
TABLE(times_holidays)

static const unsigned char times_zones[] = {
#embed "Data/times-zones.tsv"
};
TABLE(times_zones)

static const unsigned char times_examples[] = {
#embed "Data/times-examples.tsv"
};
TABLE(times_examples)

static const unsigned char event_words[] = {
#embed "Data/event-words.tsv"
};
TABLE(event_words)

static const unsigned char event_embeddings[] = {
#embed "Data/event-embeddings.tsv"
};
TABLE(event_embeddings)

static const unsigned char event_compositions[] = {
#embed "Data/event-compositions.tsv"
};
TABLE(event_compositions)

static const unsigned char event_nouns[] = {
#embed "Data/event-nouns.tsv"
};
TABLE(event_nouns)

static const unsigned char event_verbs[] = {
#embed "Data/event-verbs.tsv"
};
TABLE(event_verbs)

static const unsigned char event_parties[] = {
#embed "Data/event-parties.tsv"
};
TABLE(event_parties)

static const unsigned char event_contexts[] = {
#embed "Data/event-contexts.tsv"
};
TABLE(event_contexts)

static const unsigned char outlet_countries[] = {
#embed "Data/outlet-countries.tsv"
};
TABLE(outlet_countries)

static const unsigned char countries[] = {
#embed "Data/countries.tsv"
};
TABLE(countries)

static const unsigned char country_words[] = {
#embed "Data/country-words.tsv"
};
TABLE(country_words)

static const unsigned char country_places[] = {
#embed "Data/country-places.tsv"
};
TABLE(country_places)

static const unsigned char country_parties[] = {
#embed "Data/country-parties.tsv"
};
TABLE(country_parties)

static const unsigned char country_holders[] = {
#embed "Data/country-holders.tsv"
};
TABLE(country_holders)

static const unsigned char organizations[] = {
#embed "Data/organizations.tsv"
};
TABLE(organizations)

static const unsigned char offices[] = {
#embed "Data/offices.tsv"
};
TABLE(offices)

static const unsigned char standings[] = {
#embed "Data/standings.tsv"
};
TABLE(standings)

static const unsigned char holders[] = {
#embed "Data/holders.tsv"
};
TABLE(holders)

static const unsigned char given_names[] = {
#embed "Data/given-names.tsv"
};
TABLE(given_names)

static const unsigned char statement_cues[] = {
#embed "Data/statement-cues.tsv"
};
TABLE(statement_cues)

static const unsigned char statement_weights[] = {
#embed "Data/statement-weights.tsv"
};
TABLE(statement_weights)

static const unsigned char world_shapes[] = {
#embed "Data/world-shapes.tsv"
};
TABLE(world_shapes)
static const unsigned char plan_changes[] = {
#embed "Data/plan-changes.tsv"
};
TABLE(plan_changes)

static const unsigned char times_tenses[] = {
#embed "Data/times-tenses.tsv"
};
TABLE(times_tenses)

static const unsigned char actor_words[] = {
#embed "Data/actor-words.tsv"
};
TABLE(actor_words)

static const unsigned char statement_words[] = {
#embed "Data/statement-words.tsv"
};
TABLE(statement_words)
