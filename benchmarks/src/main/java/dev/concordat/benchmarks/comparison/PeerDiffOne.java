package dev.concordat.benchmarks.comparison;

import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/// Compares two descriptions with openapi-diff, to be measured from outside.
public final class PeerDiffOne {
  private PeerDiffOne() {}

  public static void main(String[] files) {
    ChangedOpenApi changed = OpenApiCompare.fromLocations(files[0], files[1]);
    System.out.println(
        changed.getMissingEndpoints().size()
            + " missing, "
            + changed.getChangedOperations().size()
            + " changed, incompatible: "
            + changed.isIncompatible());
  }
}
