#pragma once
#include <stddef.h>

/// The bytes of one data table of `Data/`, as they stand in the repository.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} DatelineTable;

// The reader's style, script and icon.
DatelineTable dateline_table_style(void);
DatelineTable dateline_table_script(void);
DatelineTable dateline_table_icon(void);

DatelineTable dateline_table_encodings(void);
DatelineTable dateline_table_furniture_phrases(void);
DatelineTable dateline_table_credit_marks(void);
DatelineTable dateline_table_class_words(void);
DatelineTable dateline_table_months(void);
DatelineTable dateline_table_places_countries(void);
DatelineTable dateline_table_places_regions(void);
DatelineTable dateline_table_places_features(void);
DatelineTable dateline_table_places_words(void);
DatelineTable dateline_table_places_weights(void);
DatelineTable dateline_table_agencies(void);
DatelineTable dateline_table_line_weights(void);
DatelineTable dateline_table_character_references(void);
DatelineTable dateline_table_symbols(void);
DatelineTable dateline_table_base_norms(void);
DatelineTable dateline_table_byline_words(void);
DatelineTable dateline_table_date_cues(void);
DatelineTable dateline_table_times_rules(void);
DatelineTable dateline_table_times_words(void);
DatelineTable dateline_table_times_modifiers(void);
DatelineTable dateline_table_times_holidays(void);
DatelineTable dateline_table_times_zones(void);
DatelineTable dateline_table_times_tenses(void);
DatelineTable dateline_table_world_shapes(void);
DatelineTable dateline_table_times_examples(void);
DatelineTable dateline_table_plan_changes(void);
DatelineTable dateline_table_event_words(void);
DatelineTable dateline_table_event_embeddings(void);
DatelineTable dateline_table_event_compositions(void);
DatelineTable dateline_table_event_nouns(void);
DatelineTable dateline_table_event_verbs(void);
DatelineTable dateline_table_event_parties(void);
DatelineTable dateline_table_event_contexts(void);
DatelineTable dateline_table_countries(void);
DatelineTable dateline_table_country_words(void);
DatelineTable dateline_table_outlet_countries(void);
DatelineTable dateline_table_country_places(void);
DatelineTable dateline_table_country_parties(void);
DatelineTable dateline_table_country_holders(void);
DatelineTable dateline_table_organizations(void);
DatelineTable dateline_table_offices(void);
DatelineTable dateline_table_standings(void);
DatelineTable dateline_table_actor_words(void);
DatelineTable dateline_table_holders(void);
DatelineTable dateline_table_given_names(void);
DatelineTable dateline_table_statement_cues(void);
DatelineTable dateline_table_statement_words(void);
DatelineTable dateline_table_statement_weights(void);
