package dev.concordat.cli.standin;

import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.resource.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a finding is no fault of the stand-in but a defect of the contract: each has a name and is looked up in the contract,
/// never by the name of a description.
final class LoopDefects {
  private LoopDefects() {}

  /// The defect's name; empty when none explains the finding.
  static String of(ConformFinding finding, StandIn standIn) {
    Optional<HttpOperation> found = standIn.contract().operation(finding.operation());
    if (found.isEmpty()) {
      return "";
    }
    HttpOperation operation = found.get();
    return switch (finding.breaks().id()) {
      case "conform/absent-answered" -> absent(operation, standIn);
      case "conform/undocumented-status" -> undocumented(finding, operation);
      case "conform/misused-status" ->
          documentsNone(operation, "200", "2XX")
                  && (operation.method().equals("GET")
                      || (operation.method().equals("DELETE")
                          && documentsNone(operation, "202", "204")))
              ? "documents a success that HTTP has for something else"
              : "";
      case "conform/existing-created" ->
          documentsNone(operation, "200", "204", "2XX")
              ? "documents a success that HTTP has for something else"
              : "";
      case "conform/valid-refused", "conform/missing-challenge" ->
          operation.responses().stream().allMatch(it -> it.status().startsWith("4"))
              ? "documents nothing but refusals"
              : "";
      case "conform/wrong-type" ->
          hasTextOfObjects(operation) ? "text that must be an object or a list" : "";
      case "conform/wrong-error-format" ->
          hasTextOfObjects(operation)
              ? "text that must be an object or a list"
              : bodies(operation).anyMatch(LoopDefects::overlaps)
                  ? "what is made for one of its branches is one of another too"
                  : "";
      case "conform/wrong-location" ->
          readings(operation, standIn).anyMatch(LoopDefects::overlaps)
              ? "what is made for one of its branches is one of another too"
              : "";
      case "conform/write-altered", "conform/write-lost" ->
          members(operation, finding.pointer())
                  .anyMatch(member -> disagrees(operation, standIn, member))
              ? "a member may hold when written what it may not hold when read"
              : "";
      case "conform/server-error" ->
          isOnlyFailures(operation)
              ? "documents nothing but failures of the server"
              : bodies(operation).anyMatch(LoopDefects::isImpossible)
                  ? "requires what it forbids"
                  : bodies(operation).anyMatch(LoopDefects::overlaps)
                      ? "what is made for one of its branches is one of another too"
                      : "";
      default -> "";
    };
  }

  /// Whether the contract itself forbids every request: what each operation must be sent can have no value.
  static boolean isUntestable(OpenApiContract contract) {
    return contract.operations().stream()
        .allMatch(
            operation ->
                operation
                    .body()
                    .filter(RequestBody::required)
                    .map(RequestBody::content)
                    .filter(
                        content ->
                            content.stream()
                                .flatMap(it -> it.schema().stream())
                                .noneMatch(LoopDefects::hasValue))
                    .isPresent());
  }

  private static boolean hasValue(Schema schema) {
    return new ValueGenerator(1)
        .value(schema, "request", Size.MINIMAL, Direction.REQUEST)
        .isPresent();
  }

  private static boolean isOnlyFailures(HttpOperation operation) {
    return operation.responses().stream().allMatch(it -> it.status().startsWith("5"));
  }

  /// `default` stands for failures here.
  private static boolean documentsNone(HttpOperation operation, String... statuses) {
    return operation.responses().stream()
        .noneMatch(
            response -> List.of(statuses).contains(response.status().toUpperCase(Locale.ROOT)));
  }

  private static String undocumented(ConformFinding finding, HttpOperation operation) {
    if (finding.message().contains("answered 404") && operation.response(404).isEmpty()) {
      return "things come and go, and no status says that one is not there";
    }
    return "";
  }

  private static String absent(HttpOperation operation, StandIn standIn) {
    boolean isOpen =
        standIn
            .resources()
            .plan(operation)
            .resource()
            .filter(resource -> resource.isClosed())
            .isEmpty();
    boolean isOfScope =
        standIn.resources().plan(operation).role() == Role.LIST
            && standIn.resources().plan(operation).anchors().isEmpty();
    if (operation.response(404).isEmpty()) {
      return "no status says that a thing is not there";
    }
    return isOpen || isOfScope
        ? "says what is not there but shows no way to find or create any"
        : "";
  }

  private static Stream<MediaTypeSpec> contents(HttpOperation operation) {
    return operation.responses().stream().map(ResponseSpec::content).flatMap(List::stream);
  }

  private static Stream<Schema> bodies(HttpOperation operation) {
    return contents(operation).map(MediaTypeSpec::schema).flatMap(Optional::stream);
  }

  private static boolean hasTextOfObjects(HttpOperation operation) {
    return contents(operation)
        .filter(content -> content.mediaType().type().equals("text"))
        .map(MediaTypeSpec::schema)
        .flatMap(Optional::stream)
        .map(SchemaShape::types)
        .anyMatch(types -> !types.contains("string"));
  }

  private static boolean isImpossible(Schema schema) {
    return schema.view().additionalProperties().filter(Schema::allowsNothing).isPresent()
            && !SchemaShape.propertyNames(schema).containsAll(schema.view().required())
        || new Inclusions(Effort.defaults()).meet(schema, schema, Direction.RESPONSE)
            instanceof Meeting.Empty;
  }

  private static boolean overlaps(Schema schema) {
    return Stream.concat(Stream.of(schema), schema.view().allOf().stream())
        .map(part -> part.view().oneOf())
        .anyMatch(LoopDefects::overlap);
  }

  private static boolean overlap(List<Schema> branches) {
    for (Schema one : branches) {
      boolean isAlsoOther =
          new ValueGenerator(1)
              .value(one, "overlap", Size.MINIMAL, Direction.RESPONSE)
              .filter(
                  value ->
                      branches.stream()
                          .anyMatch(it -> it != one && it.accepts(value, Direction.RESPONSE)))
              .isPresent();
      if (isAlsoOther) {
        return true;
      }
    }
    return false;
  }

  /// The member that a finding is about; all that can be written where it is about the whole.
  private static Stream<String> members(HttpOperation operation, String pointer) {
    return pointer.equals("status")
        ? written(operation).flatMap(schema -> SchemaShape.propertyNames(schema).stream())
        : Stream.of(pointer.replaceFirst("^body:/", ""));
  }

  private static Stream<Schema> written(HttpOperation operation) {
    return operation.body().stream()
        .flatMap(body -> body.content().stream())
        .map(MediaTypeSpec::schema)
        .flatMap(Optional::stream);
  }

  private static boolean disagrees(HttpOperation operation, StandIn standIn, String member) {
    Optional<Schema> written =
        written(operation)
            .flatMap(schema -> SchemaShape.property(schema, member).stream())
            .findFirst();
    return written.isPresent()
        && readings(operation, standIn)
            .flatMap(LoopDefects::withWrapped)
            .flatMap(schema -> SchemaShape.property(schema, member).stream())
            .anyMatch(read -> isNarrower(read, written.get()));
  }

  /// What answers of operations on the same things hold.
  private static Stream<Schema> readings(HttpOperation operation, StandIn standIn) {
    var resource = standIn.resources().plan(operation).resource();
    return standIn.contract().operations().stream()
        .filter(other -> standIn.resources().plan(other).resource().equals(resource))
        .flatMap(LoopDefects::bodies);
  }

  /// Things may be read in a member of the body.
  private static Stream<Schema> withWrapped(Schema body) {
    return Stream.concat(
        Stream.of(body),
        SchemaShape.propertyNames(body).stream()
            .flatMap(name -> SchemaShape.property(body, name).stream()));
  }

  private static boolean isNarrower(Schema read, Schema written) {
    return !SchemaShape.types(read).containsAll(SchemaShape.types(written))
        || (read.view().format().isPresent() && written.view().format().isEmpty())
        || (read.view().pattern().isPresent() && written.view().pattern().isEmpty())
        || new ValueGenerator(1)
            .value(written, "written", Size.FULL, Direction.REQUEST)
            .filter(
                value ->
                    read.validate(value, Direction.RESPONSE).stream()
                        .anyMatch(violation -> !violation.keyword().equals("required")))
            .isPresent();
  }
}
