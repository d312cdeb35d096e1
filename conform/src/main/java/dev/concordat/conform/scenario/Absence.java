package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.ItemIds;
import dev.concordat.conform.resource.Listings;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Expected;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What can be asked of the answer about an id that nobody made. Not every value in a path is the id of a thing: some are
/// addresses, words or amounts that are only asked about, and of some things nobody but the provider knows which there are.
final class Absence {
  private static final Set<String> STATUSES = Set.of("404", "410");

  private Absence() {}

  /// What the contract lets expect of an operation on an id that nobody made.
  static Expected of(HttpOperation operation, Site site) {
    Resource resource = site.resources().of(operation).orElseThrow();
    if (isOfNone(operation) || mayCreate(operation)) {
      return Expected.JUDGED_LATER;
    }
    if (isKnown(resource)) {
      return Expected.ABSENT;
    }
    return isDocumented(operation) && showsId(operation, resource)
        ? Expected.ABSENT_OR_ITSELF
        : Expected.JUDGED_LATER;
  }

  /// Whether clients can know which things there are, because they make them or find them in a list.
  private static boolean isKnown(Resource resource) {
    boolean isListed =
        resource
            .operation(Role.LIST)
            .filter(list -> successes(list).anyMatch(body -> Listings.areIn(body, resource)))
            .isPresent();
    return isListed || resource.has(Role.CREATE);
  }

  /// Whether the answer is a list, which is empty where nothing fits.
  private static boolean isOfNone(HttpOperation operation) {
    List<Set<String>> types = successes(operation).map(SchemaShape::types).toList();
    return !types.isEmpty() && types.stream().allMatch(Set.of("array")::equals);
  }

  /// A PUT for which no status says that a thing is not there may make one.
  private static boolean mayCreate(HttpOperation operation) {
    return operation.method().equals("PUT")
        && operation.response(404).isEmpty()
        && operation.response(410).isEmpty();
  }

  /// Whether the contract says by its own word that a thing may not be there; a `default` is for anything.
  private static boolean isDocumented(HttpOperation operation) {
    return operation.responses().stream().map(ResponseSpec::status).anyMatch(STATUSES::contains);
  }

  private static boolean showsId(HttpOperation operation, Resource resource) {
    return successes(operation).anyMatch(body -> ItemIds.isNamedIn(body, resource));
  }

  private static Stream<Schema> successes(HttpOperation operation) {
    return operation.responses().stream()
        .filter(response -> response.status().startsWith("2"))
        .flatMap(response -> response.content().stream())
        .map(MediaTypeSpec::schema)
        .flatMap(Optional::stream);
  }
}
