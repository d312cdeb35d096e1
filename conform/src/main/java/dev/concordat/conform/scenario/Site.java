package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instances;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Resources;
import dev.concordat.conform.resource.Role;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.Optional;

/// What all scenarios of a run share.
///
/// @param bodies makes bodies, each with values of its own
record Site(
    OpenApiContract contract,
    Resources resources,
    Instances instances,
    Bodies bodies,
    Requests requests) {

  /// The operation's resource, if the operation has this role.
  Optional<Resource> as(HttpOperation operation, Role role) {
    return resources
        .of(operation)
        .filter(resource -> resource.operation(role).equals(Optional.of(operation)));
  }

  /// Whether things of the resource can be made and read.
  static boolean canLive(Resource resource) {
    return resource.has(Role.READ) && (resource.has(Role.CREATE) || resource.has(Role.REPLACE));
  }
}
