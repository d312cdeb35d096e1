package dev.concordat.compare.oasdiff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of oasdiff by name, with the level that oasdiff gives them, and how the same difference is decided here.
///
/// Names are built from parts, `request-body-max-length-set`, so they are written with the alternatives of a part in
/// braces. The names are oasdiff's (https://github.com/oasdiff/oasdiff, checker/rules.go, August 2026).
final class OasdiffRules {
  private static final List<Row> ROWS =
      Stream.of(
              rows(
                  Decision.MESSAGES,
                  "ERR",
                  """
                  webhook-removed
                  new-request-path-parameter
                  new-required-request-{default-parameter-to-existing-path,parameter}
                  request-parameter-became-required
                  request-body-{added-required,became-required,removed}
                  request-body-media-type-{removed,schema-added}
                  response-media-type-{removed,name-generalized}
                  response-success-status-removed
                  response-header-became-optional
                  required-response-header-removed
                  """),
              rows(
                  Decision.MESSAGES,
                  "WARN",
                  """
                  request-parameter-removed
                  response-body-media-type-schema-removed
                  optional-response-header-removed
                  """),
              rows(
                  Decision.MESSAGES,
                  "INFO",
                  """
                  endpoint-added
                  webhook-added
                  api-{global-,}security-{,scope-}{added,removed}
                  new-optional-request-{default-parameter-to-existing-path,parameter}
                  request-parameter-became-optional
                  request-body-{added-optional,became-optional}
                  request-body-media-type-{added,schema-removed}
                  response-media-type-{added,name-changed,name-specialized}
                  response-body-media-type-schema-added
                  response-{success-status-added,non-success-status-added,non-success-status-removed}
                  response-header-added
                  """),
              rows(
                  Decision.VALUES,
                  "ERR",
                  """
                  new-required-request-header-property
                  request-parameter-{became-enum,type-changed}
                  request-parameter-{property-,}became-not-nullable
                  request-parameter-{x-extensible-enum-value-removed,property-type-specialized}
                  request-parameter-{property-,}enum-value-removed
                  request-parameter-{property-,}list-of-types-narrowed
                  request-parameter-{max-items,max-length,max,exclusive-max}-decreased
                  request-parameter-{min-items,min-length,min,exclusive-min}-increased
                  request-parameter-pattern-added
                  request-header-property-became-{enum,required}
                  request-body-{became-enum,enum-value-removed}
                  request-body-wrapped-in-one-of
                  response-header-{became-nullable,type-changed,type-generalized}
                  response-body-wrapped-in-one-of
                  new-required-request-property{,-with-default}
                  request-property-became-{required,required-with-default,enum}
                  response-required-property-removed
                  response-property-became-optional
                  request-{body,property}-became-not-nullable
                  response-{body,property}-became-nullable
                  request-{body,property}-type-changed
                  response-{body,property}-type-{changed,generalized}
                  request-{body,property}-list-of-types-narrowed
                  response-{body,property}-list-of-types-widened
                  request-property-enum-value-removed
                  request-property-x-extensible-enum-value-removed
                  request-{body,property}-const-{added,changed}
                  response-{body,property}-const-{removed,changed}
                  request-{body,property}-{exclusive-,}{max-decreased,min-increased}
                  response-{body,property}-{exclusive-,}{max-increased,min-decreased}
                  request-{body,property}-{max-length-decreased,min-length-increased,min-items-increased}
                  response-{body,property}-{max-length-increased,max-length-unset}
                  response-{body,property}-{min-length-decreased,min-items-decreased,min-items-unset}
                  request-property-pattern-added
                  request-{body,property}-all-of-added
                  request-{body,property}-{any,one}-of-removed
                  response-{body,property}-one-of-added
                  request-{body,property}-prefix-items-removed
                  response-{body,property}-prefix-items-added
                  request-{body,property}-{if,then,else,contains,property-names}-added
                  request-{body,property}-{unevaluated-items,unevaluated-properties}-added
                  request-{body,property}-{dependent-required,dependent-schema,pattern-property}-added
                  response-{body,property}-{if,then,else,contains,property-names}-removed
                  response-{body,property}-{unevaluated-items,unevaluated-properties}-removed
                  response-{body,property}-{dependent-required,dependent-schema,pattern-property}-removed
                  {request,response}-{body,property}-dependent-required-changed
                  request-{body,property}-{min-contains-increased,max-contains-decreased}
                  response-{body,property}-{min-contains-decreased,max-contains-increased}
                  """),
              rows(
                  Decision.VALUES,
                  "WARN",
                  """
                  request-parameter-{property-type-changed,pattern-changed}
                  request-parameter-{min-items,max-length,max,exclusive-max,min,exclusive-min}-set
                  request-property-removed
                  response-required-property-became-not-write-only
                  response-optional-property-removed
                  response-property-enum-value-added
                  request-{body,property}-{exclusive-,}{max,min}-set
                  request-{body,property}-{max-length,min-items}-set
                  request-property-pattern-changed
                  request-{body,property}-all-of-removed
                  """),
              rows(
                  Decision.VALUES,
                  "INFO",
                  """
                  request-parameter-{property-,}became-nullable
                  request-parameter-{property-,}type-generalized
                  request-parameter-{property-,}{enum-value-added,list-of-types-widened}
                  request-parameter-{max-items,max-length,max,exclusive-max}-increased
                  request-parameter-{min-items,min-length,min,exclusive-min}-decreased
                  request-parameter-pattern-{removed,generalized}
                  response-header-{became-not-nullable,type-specialized,type-compatible}
                  new-optional-request-property
                  request-property-became-optional
                  request-{optional,required}-property-became-{not-,}{read,write}-only
                  response-optional-property-became-{not-,}{read,write}-only
                  response-required-property-became-{write-only,read-only,not-read-only}
                  response-{optional,required}-write-only-property-{added,removed}
                  response-{optional,required}-property-added
                  response-property-became-required
                  response-write-only-property-became-{optional,required}
                  request-{body,property}-became-nullable
                  response-{body,property}-became-not-nullable
                  request-{body,property}-type-{generalized,compatible}
                  response-{body,property}-type-{specialized,compatible}
                  request-{body,property}-list-of-types-widened
                  response-{body,property}-list-of-types-narrowed
                  request-property-enum-value-added
                  request-read-only-property-enum-value-removed
                  response-{write-only-property-enum-value-added,property-enum-value-removed,mediatype-enum-value-removed}
                  request-{body,property}-const-removed
                  response-{body,property}-const-added
                  request-{body,property}-{exclusive-,}{max-increased,min-decreased}
                  request-read-only-property-{exclusive-,}{max-decreased,min-increased}
                  request-{body,property}-{max-length-increased,min-length-decreased}
                  request-read-only-property-max-length-decreased
                  request-property-pattern-{removed,generalized}
                  response-property-pattern-{added,changed,removed}
                  response-{body,property}-all-of-{added,removed}
                  {request,response}-{body,property}-all-of-{added,removed}-annotation-only
                  request-{body,property}-{any,one}-of-added
                  response-{body,property}-any-of-{added,removed}
                  response-{body,property}-one-of-removed
                  request-{body,property}-prefix-items-added
                  response-{body,property}-prefix-items-removed
                  request-{body,property}-{if,then,else,contains,property-names}-removed
                  request-{body,property}-{unevaluated-items,unevaluated-properties}-removed
                  request-{body,property}-{dependent-required,dependent-schema,pattern-property}-removed
                  response-{body,property}-{if,then,else,contains,property-names}-added
                  response-{body,property}-{unevaluated-items,unevaluated-properties}-added
                  response-{body,property}-{dependent-required,dependent-schema,pattern-property}-added
                  request-{body,property}-{min-contains-decreased,max-contains-increased}
                  response-{body,property}-{min-contains-increased,max-contains-decreased}
                  """),
              rows(
                  Decision.PROMISES,
                  "ERR",
                  """
                  api-{path-,}removed-{without-deprecation,before-sunset}
                  api-{path-sunset-parse,deprecated-sunset-parse}
                  api-{deprecated-sunset-missing,sunset-date-too-small,sunset-date-changed-too-small}
                  {sunset-deleted,api-invalid-stability-level,api-stability-decreased}
                  request-parameter-{removed-before-sunset,sunset-parse,sunset-deleted}
                  request-parameter-{sunset-date-changed-too-small,sunset-date-too-small,deprecated-sunset-missing}
                  {request,response}-property-{deprecated-sunset-missing,deprecated-sunset-invalid}
                  {request,response}-property-{sunset-date-too-small,stability-decreased}
                  """),
              rows(
                  Decision.PROMISES,
                  "INFO",
                  """
                  endpoint-{reactivated,deprecated,deprecated-with-sunset}
                  api-{path-,}removed-with-deprecation
                  api-stability-increased
                  api-{version-not-bumped,version-decreased,major-version-not-bumped}
                  request-parameter-{removed-with-deprecation,reactivated,deprecated}
                  {request,response}-property-{deprecated,deprecated-with-sunset,reactivated,stability-increased}
                  """),
              rows(
                  Decision.SENTENCES,
                  "ERR",
                  """
                  request-parameter-default-value-{added,removed,changed}
                  request-{body,property}-content-schema-added
                  response-{body,property}-content-schema-removed
                  {request,response}-{body,property}-{content-media-type,content-encoding}-changed
                  """),
              rows(
                  Decision.SENTENCES,
                  "INFO",
                  """
                  api-{operation-id,tag}-{added,removed}
                  api-schema-removed
                  api-security-component-{added,removed,type-changed,oauth-url-changed}
                  api-security-component-{oauth-token-url-changed,oauth-scope-added}
                  api-security-component-{oauth-scope-removed,oauth-scope-changed}
                  {request,response}-{body,property}-default-value-{added,removed,changed}
                  {request,response}-{body,property}-discriminator-{added,removed,property-name-changed}
                  {request,response}-{body,property}-discriminator-{mapping-added,mapping-deleted,mapping-changed}
                  request-{body,property}-content-schema-removed
                  response-{body,property}-content-schema-added
                  """))
          .flatMap(List::stream)
          .toList();

  private static final Map<String, String> LEVELS = levels();

  private static final Map<String, String> UNNAMED =
      Map.of(
          "api-schema-removed",
          "names of schemas are no part of messages; what goes with them is told where it was"
              + " used");

  private OasdiffRules() {}

  /// How it is decided what a difference does.
  enum Decision {
    MESSAGES(
        "messages: a request or an answer that the other side does not expect, or that none is"
            + " left"),
    VALUES(
        "values: one that the sender's schema allows and the receiver's refuses, or a proof that"
            + " there is none"),
    PROMISES("promises: dates, levels and version numbers"),
    SENTENCES("sentences: no message shows it");

    private final String words;

    Decision(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// Some rules of one level.
  ///
  /// @param pattern their names, alternatives in braces
  /// @param level `ERR`, `WARN`, `INFO`
  record Row(Decision decision, String level, String pattern) {
    List<String> ids() {
      return expand(pattern);
    }
  }

  static List<Row> rows() {
    return ROWS;
  }

  /// The level that oasdiff gives a rule; empty when there is no such rule.
  static Optional<String> level(String id) {
    return Optional.ofNullable(LEVELS.get(id));
  }

  /// Rules that nothing here is called by, each with the reason.
  static Map<String, String> unnamed() {
    return UNNAMED;
  }

  private static List<Row> rows(Decision decision, String level, String patterns) {
    return patterns.lines().map(pattern -> new Row(decision, level, pattern)).toList();
  }

  private static Map<String, String> levels() {
    Map<String, String> levels = new LinkedHashMap<>();
    ROWS.forEach(row -> row.ids().forEach(id -> levels.put(id, row.level())));
    return levels;
  }

  private static List<String> expand(String pattern) {
    int open = pattern.indexOf('{');
    if (open < 0) {
      return List.of(pattern);
    }
    int close = pattern.indexOf('}', open);
    List<String> rests = expand(pattern.substring(close + 1));
    var all = new ArrayList<String>();
    for (String choice : pattern.substring(open + 1, close).split(",", -1)) {
      rests.forEach(rest -> all.add(pattern.substring(0, open) + choice + rest));
    }
    return all;
  }
}
