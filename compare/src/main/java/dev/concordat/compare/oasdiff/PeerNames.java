package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.model.comparison.Alias;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What swagger-brake (its rules R001 to R035) and Azure's openapi-diff (its codes) call what oasdiff has a name for, where
/// one stands plainly for the other. Neither tool gives its rules levels of their own.
final class PeerNames {
  static final String SWAGGER_BRAKE = "swagger-brake";
  static final String AZURE = "azure-openapi-diff";

  private static final String NARROWED =
      "(max.*-(set|decreased)|exclusive-max-(set|decreased)|min.*-(set|increased)|exclusive-min-(set|increased))";
  private static final String WIDENED =
      "(max.*-(unset|increased)|exclusive-max-increased|min.*-(unset|decreased)|exclusive-min-decreased)";
  private static final String VALUE = "(parameter|body|property)";

  private static final List<Row> ROWS =
      List.of(
          brake("R002", "api-(path-)?removed-(without-deprecation|before-sunset)"),
          brake("R003", "request-body-media-type-removed"),
          brake("R004", "request-parameter-removed"),
          brake("R005", "request-parameter-enum-value-removed"),
          brake(
              "R007",
              "new-required-request-(default-)?parameter.*|request-parameter-became-required"),
          brake("R008", "request-parameter-type-.*"),
          brake("R009", "request-property-removed"),
          brake("R010", "request-(body|property)-type-.*"),
          brake("R011", "request-(body|property)-enum-value-removed"),
          brake("R012", "response-(non-)?success-status-removed"),
          brake("R013", "response-media-type-removed"),
          brake("R014", "response-(optional|required)-property-removed"),
          brake("R015", "response-(body|property)-type-.*"),
          brake("R016", "response-(mediatype|property)-enum-value-removed"),
          brake("R017", "request-" + VALUE + "-" + NARROWED),
          brake("R021", "request-(parameter|body|property|header-property)-became-enum"),
          brake("R022", "response-property-became-optional"),
          brake("R023", "request-body-(became|added)-required"),
          brake("R024", "request-(parameter|property)-x-extensible-enum-value-removed"),
          brake("R025", "response-(body|property)-" + WIDENED),
          brake("R026", "request-parameter-default-value-.*"),
          brake("R027", "request-property-became-not-nullable"),
          brake("R028", "response-property-became-nullable"),
          brake("R030", "request-property-const-(added|changed)"),
          brake("R031", "response-property-const-(removed|changed)"),
          brake("R032", "required-response-header-removed"),
          brake("R033", "response-header-became-optional"),
          brake("R034", "response-media-type-name-generalized"),
          azure("RequestBodyFormatNoLongerSupported", "request-body-media-type-removed"),
          azure("ResponseBodyFormatNowSupported", "response-media-type-added"),
          azure("RemovedPath", "api-path-removed-.*"),
          azure("RemovedOperation", "api-removed-.*"),
          azure("ModifiedOperationId", "api-operation-id-removed"),
          azure(
              "AddingRequiredParameter",
              "new-required-request-(default-)?parameter.*|new-request-path-parameter"),
          azure("AddingOptionalParameter", "new-optional-request-(default-)?parameter.*"),
          azure("AddingResponseCode", "response-(non-)?success-status-added"),
          azure("RemovedResponseCode", "response-(non-)?success-status-removed"),
          azure("AddingHeader", "response-header-added"),
          azure("RemovingHeader", "(required|optional)-response-header-removed"),
          azure("RemovedEnumValue", "(?!.*x-extensible).*enum-value-removed"),
          azure("AddedEnumValue", ".*enum-value-added"),
          azure(
              "ConstraintIsStronger",
              "(request|response)-" + VALUE + "-(" + NARROWED + "|pattern-added)"),
          azure(
              "ConstraintIsWeaker",
              "(request|response)-" + VALUE + "-(" + WIDENED + "|pattern-removed)"),
          azure("ConstraintChanged", "(request|response)-" + VALUE + "-pattern-changed"),
          azure("RequiredStatusChange", ".*-became-(required|optional)(-with-default)?"),
          azure("DefaultValueChanged", ".*-default-value-.*"),
          azure("ReadonlyPropertyChanged", ".*-became-(not-)?read-only"),
          azure("DifferentDiscriminator", ".*-discriminator-.*"),
          azure("DifferentAllOf", ".*-all-of-(added|removed)"),
          azure(
              "RemovedProperty",
              "request-property-removed|response-(optional|required)-(write-only-)?property-removed"),
          azure("AddedRequiredProperty", "new-required-request-property(-with-default)?"),
          azure("AddedOptionalProperty", "new-optional-request-property"),
          azure("AddedPropertyInResponse", "response-(optional|required)-property-added"));

  private static final Map<String, List<Alias>> KNOWN = new ConcurrentHashMap<>();

  private PeerNames() {}

  private record Row(String tool, String id, Pattern oasdiff) {}

  private static Row brake(String id, String oasdiff) {
    return new Row(SWAGGER_BRAKE, id, Pattern.compile(oasdiff));
  }

  private static Row azure(String id, String oasdiff) {
    return new Row(AZURE, id, Pattern.compile(oasdiff));
  }

  /// All names that stand for some of oasdiff's, by tool.
  static Map<String, Set<String>> names() {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    ROWS.forEach(row -> names.computeIfAbsent(row.tool, k -> new LinkedHashSet<>()).add(row.id));
    return names;
  }

  /// Whether another tool tells by one of its rules what oasdiff tells by this one.
  static boolean isCalled(String oasdiff, String tool, String id) {
    return of(oasdiff).anyMatch(alias -> alias.tool().equals(tool) && alias.id().equals(id));
  }

  /// The names of the same rule. The rules are few, and each is asked about often.
  static Stream<Alias> of(String oasdiff) {
    return KNOWN.computeIfAbsent(oasdiff, PeerNames::matching).stream();
  }

  private static List<Alias> matching(String oasdiff) {
    return ROWS.stream()
        .filter(row -> row.oasdiff.matcher(oasdiff).matches())
        .map(row -> new Alias(row.tool, row.id, ""))
        .toList();
  }

  /// What oasdiff has no name for, or one name for several.
  static Stream<Alias> of(HttpChange change) {
    Optional<String> azure =
        switch (change) {
          case HttpChange.EndpointAdded added ->
              Optional.of(added.isPathNew() ? "AddedPath" : "AddedOperation");
          case HttpChange.ParameterRemoved removed ->
              Optional.of(
                  removed.parameter().required()
                      ? "RemovedRequiredParameter"
                      : "RemovedOptionalParameter");
          case HttpChange.ParameterStyleChanged ignored ->
              Optional.of("ArrayCollectionFormatChanged");
          case HttpChange.SchemaChanged changed -> typed(changed);
          case HttpChange ignored -> Optional.empty();
        };
    return azure.stream().map(id -> new Alias(AZURE, id, ""));
  }

  private static Optional<String> typed(HttpChange.SchemaChanged changed) {
    return changed.difference().edits().stream()
        .map(edit -> edit.keyword())
        .filter(keyword -> keyword.equals("type") || keyword.equals("format"))
        .map(keyword -> keyword.equals("type") ? "TypeChanged" : "TypeFormatChanged")
        .findFirst();
  }
}
