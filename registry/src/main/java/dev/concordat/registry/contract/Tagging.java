package dev.concordat.registry.contract;

import dev.concordat.registry.store.BranchRow;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VersionRow;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Tags versions. The first tag of a version that has just been made and has no branch counts as its branch: clients that
/// know only tags say it so.
public final class Tagging {
  /// How long after a version was made its first tag counts as its branch.
  public static final Duration BRANCH_LIMIT = Duration.ofSeconds(10);

  private Tagging() {}

  /// Tags a version, which may have the tag already.
  public static TagRow add(
      Handle handle, SystemRow system, VersionRow version, String name, Instant now) {
    Tags tags = new Tags(handle);
    Branches branches = new Branches(handle);
    boolean isBranch =
        tags.of(version.id()).isEmpty()
            && branches.of(version.id()).isEmpty()
            && now.isBefore(version.createdAt().plus(BRANCH_LIMIT));
    TagRow tag = tags.add(version, name, now);
    if (isBranch) {
      BranchRow branch = branches.add(version, name, now);
      branches.markAutoCreated(branch.id(), version.id());
    }
    MainBranch.mentioned(handle, system, name, now);
    return tag;
  }
}
