package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What is verified where nobody chose: of each consumer the newest of its main branch, or the newest with a tag of that
/// name, or else the newest; and all that is deployed or released.
final class UsualSelectors {
  private UsualSelectors() {}

  static List<ConsumerSelector> of(Handle handle, long providerId) {
    List<ConsumerSelector> selectors = new ArrayList<>();
    handle
        .createQuery(
            """
            SELECT s.name, s.main_branch,
              EXISTS (SELECT 1 FROM branches b WHERE b.system_id = s.id AND b.name = s.main_branch
                AND b.head_version_id IS NOT NULL) AS has_branch,
              EXISTS (SELECT 1 FROM tags t WHERE t.system_id = s.id AND t.name = s.main_branch)
                AS has_tag
            FROM integrations i JOIN systems s ON s.id = i.consumer_id
            WHERE i.provider_id = :provider ORDER BY s.name
            """)
        .bind("provider", providerId)
        .map(
            (row, _) -> {
              Optional<String> consumer = Optional.of(row.getString("name"));
              if (row.getBoolean("has_branch")) {
                return new ConsumerSelector.MainBranch(consumer);
              }
              return row.getBoolean("has_tag")
                  ? new ConsumerSelector.LatestTagged(
                      row.getString("main_branch"), Optional.empty(), consumer)
                  : new ConsumerSelector.Latest(consumer);
            })
        .forEach(selectors::add);
    selectors.add(new ConsumerSelector.Deployed(Optional.empty(), Optional.empty()));
    selectors.add(new ConsumerSelector.Released(Optional.empty(), Optional.empty()));
    return List.copyOf(selectors);
  }
}
