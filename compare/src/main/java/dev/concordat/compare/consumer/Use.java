package dev.concordat.compare.consumer;

import java.util.Set;

/// One operation of the provider that a consumer uses.
///
/// @param operation by the name that positions have, in the old contract
/// @param saysRequest whether all that it sends is known
/// @param saysResponse whether it is known what it reads
/// @param statuses the statuses that it is prepared for; empty where that is not known
record Use(String operation, boolean saysRequest, boolean saysResponse, Set<String> statuses) {
  Use {
    statuses = Set.copyOf(statuses);
  }
}
