package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector;
import dev.concordat.registry.selector.ConsumerSelector.Branch;
import dev.concordat.registry.selector.ConsumerSelector.Deployed;
import dev.concordat.registry.selector.ConsumerSelector.EveryBranch;
import dev.concordat.registry.selector.ConsumerSelector.InEnvironment;
import dev.concordat.registry.selector.ConsumerSelector.Latest;
import dev.concordat.registry.selector.ConsumerSelector.LatestTagged;
import dev.concordat.registry.selector.ConsumerSelector.MainBranch;
import dev.concordat.registry.selector.ConsumerSelector.Released;
import dev.concordat.registry.selector.ConsumerSelector.Tagged;
import dev.concordat.registry.store.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Finds the publications that selectors choose: one question for all selectors, for their fallbacks, needed or not, and for
/// work in progress, since these find the same versions for the greater part; its text is always the same, so that its plan is
/// kept. It goes from the consumers of the provider to the few versions in question by indices, and looks at each
/// version once, however many selectors chose it.
final class SelectionStore {
  private static final String QUESTION =
      """
      WITH asked AS MATERIALIZED (
        SELECT * FROM unnest(:places, :kinds, :names, :consumers) AS a(place, kind, name, consumer)),
      mine AS MATERIALIZED (
        SELECT s.id, s.name, s.main_branch FROM integrations i JOIN systems s ON s.id = i.consumer_id
        WHERE i.provider_id = :provider),
      wanted AS NOT MATERIALIZED (
        SELECT a.place, a.kind, a.name AS wanted, m.id, m.name, m.main_branch
        FROM asked a JOIN mine m ON a.consumer = '' OR a.consumer = m.name),
      picked AS (
        SELECT w.*, b.head_version_id AS version_id, b.name AS chosen_by, false AS production
        FROM wanted w JOIN branches b ON b.system_id = w.id AND b.name = w.main_branch
        WHERE w.kind = 'main'
        UNION ALL
        SELECT w.*, b.head_version_id, b.name, false
        FROM wanted w JOIN branches b ON b.system_id = w.id AND b.name = w.wanted
        WHERE w.kind = 'branch'
        UNION ALL
        SELECT w.*, b.head_version_id, b.name, false
        FROM wanted w JOIN branches b ON b.system_id = w.id WHERE w.kind = 'branches'
        UNION ALL
        SELECT w.*, p.version_id, w.wanted, false
        FROM wanted w CROSS JOIN LATERAL (
          SELECT t.version_id FROM tags t WHERE t.system_id = w.id AND t.name = w.wanted
            AND EXISTS (SELECT 1 FROM publications p WHERE p.version_id = t.version_id
              AND p.is_current AND p.provider_id = :provider AND p.consumer_id = w.id OFFSET 0)
          ORDER BY t.version_id DESC LIMIT 1) p
        WHERE w.kind = 'tagged pact'
        UNION ALL
        SELECT w.*, t.version_id, w.wanted, false
        FROM wanted w CROSS JOIN LATERAL (
          SELECT t.version_id FROM tags t WHERE t.system_id = w.id AND t.name = w.wanted
          ORDER BY t.version_id DESC LIMIT 1) t
        WHERE w.kind = 'tagged'
        UNION ALL
        SELECT w.*, t.version_id, w.wanted, false
        FROM wanted w JOIN tags t ON t.system_id = w.id AND t.name = w.wanted
        WHERE w.kind = 'tag'
        UNION ALL
        SELECT w.*, t.version_id, t.name, false
        FROM wanted w CROSS JOIN LATERAL (
          SELECT name, max(version_id) AS version_id FROM tags WHERE system_id = w.id
          GROUP BY name) t
        WHERE w.kind = 'tags'
        UNION ALL
        SELECT w.*, p.version_id, '', false
        FROM wanted w CROSS JOIN LATERAL (
          SELECT p.version_id FROM publications p
          WHERE p.is_current AND p.provider_id = :provider AND p.consumer_id = w.id
          ORDER BY p.version_id DESC LIMIT 1) p
        WHERE w.kind = 'latest'
        UNION ALL
        SELECT w.*, d.version_id, e.name, e.production
        FROM wanted w JOIN deployed_versions d ON d.system_id = w.id AND d.undeployed_at IS NULL
        JOIN environments e ON e.id = d.environment_id AND (w.wanted = '' OR e.name = w.wanted)
        WHERE w.kind = 'deployed'
        UNION ALL
        SELECT w.*, r.version_id, e.name, e.production
        FROM environments e
        JOIN wanted w ON w.kind = 'released' AND (w.wanted = '' OR e.name = w.wanted)
        JOIN released_versions r ON r.environment_id = e.id AND r.system_id = w.id
          AND r.support_ended_at IS NULL),
      named AS MATERIALIZED (
        SELECT id, version_id, min(name) AS name, min(main_branch) AS main_branch,
          array_agg(place) AS places, array_agg(chosen_by) AS chosen_by,
          array_agg(production) AS production
        FROM picked GROUP BY id, version_id)
      SELECT k.places, k.chosen_by, k.production, k.id AS consumer_id, k.name AS consumer,
        coalesce(k.main_branch, '') AS main_branch, p.version_id, v.number, p.content_id, c.sha,
        p.created_at
      FROM named k
      JOIN publications p ON p.is_current AND p.provider_id = :provider AND p.consumer_id = k.id
        AND p.version_id = k.version_id
      JOIN versions v ON v.id = p.version_id
      JOIN contents c ON c.id = p.content_id
      WHERE c.kind = 'pact'
      """;

  private static final List<Pick> HEADS =
      List.of(
          new Pick(
              "branches", "", Optional.empty(), Use.HEAD, _ -> new EveryBranch(Optional.empty())),
          new Pick(
              "tags",
              "",
              Optional.empty(),
              Use.HEAD,
              tag -> new LatestTagged(tag, Optional.empty(), Optional.empty())));

  private final Handle handle;
  private final long providerId;

  SelectionStore(Handle handle, long providerId) {
    this.handle = handle;
    this.providerId = providerId;
  }

  /// What a line of the question is for.
  private enum Use {
    CHOSEN,
    FALLBACK,
    HEAD
  }

  /// What was found, sorted by what it was asked for.
  ///
  /// @param fallbacks of all selectors that have one: the head of the other branch, or the newest version with the other tag
  /// @param heads the pacts of the heads of all branches and of the newest version with each tag
  record Selected(List<Found> chosen, List<Found> fallbacks, List<Found> heads) {
    Selected {
      chosen = List.copyOf(chosen);
      fallbacks = List.copyOf(fallbacks);
      heads = List.copyOf(heads);
    }
  }

  /// One line of the question.
  ///
  /// @param name of the branch, the tag or the environment; empty for all of them
  /// @param selector what a row was chosen by, from the name by which it was found
  private record Pick(
      String kind,
      String name,
      Optional<String> consumer,
      Use use,
      Function<String, ConsumerSelector> selector) {}

  /// What selectors choose, in their order.
  ///
  /// @param hasHeads whether the heads are asked for too
  Selected find(List<ConsumerSelector> selectors, boolean hasHeads) {
    List<Pick> picks = new ArrayList<>();
    for (ConsumerSelector selector : selectors) {
      picks.addAll(picks(selector));
      fallback(selector).ifPresent(picks::add);
    }
    if (hasHeads) {
      picks.addAll(HEADS);
    }
    return find(picks);
  }

  private static List<Pick> picks(ConsumerSelector selector) {
    return switch (selector) {
      case MainBranch _ -> List.of(pick("main", "", selector));
      case Branch branch -> List.of(pick("branch", branch.name(), selector));
      case EveryBranch _ -> List.of(pick("branches", "", selector));
      case LatestTagged tagged -> List.of(pick("tagged pact", tagged.tag(), selector));
      case Tagged tagged -> List.of(pick("tag", tagged.tag(), selector));
      case Latest _ -> List.of(pick("latest", "", selector));
      case Deployed deployed ->
          List.of(pick("deployed", deployed.environment().orElse(""), selector));
      case Released released ->
          List.of(pick("released", released.environment().orElse(""), selector));
      case InEnvironment there ->
          List.of(
              pick("deployed", there.environment(), selector),
              pick("released", there.environment(), selector));
    };
  }

  private static Optional<Pick> fallback(ConsumerSelector selector) {
    return switch (selector) {
      case Branch branch -> branch.fallback().map(name -> fallback("branch", name, selector));
      case LatestTagged tagged -> tagged.fallback().map(tag -> fallback("tagged", tag, selector));
      case MainBranch _, EveryBranch _, Tagged _, Latest _ -> Optional.empty();
      case Deployed _, Released _, InEnvironment _ -> Optional.empty();
    };
  }

  private static Pick pick(String kind, String name, ConsumerSelector selector) {
    return new Pick(kind, name, selector.consumer(), Use.CHOSEN, _ -> selector);
  }

  private static Pick fallback(String kind, String name, ConsumerSelector selector) {
    return new Pick(kind, name, selector.consumer(), Use.FALLBACK, _ -> selector);
  }

  private Selected find(List<Pick> picks) {
    if (picks.isEmpty()) {
      return new Selected(List.of(), List.of(), List.of());
    }
    Map<Use, Set<Found>> found = new EnumMap<>(Use.class);
    handle
        .createQuery(QUESTION)
        .bindArray("places", Integer.class, IntStream.range(0, picks.size()).boxed().toList())
        .bindArray("kinds", String.class, picks.stream().map(Pick::kind).toList())
        .bindArray("names", String.class, picks.stream().map(Pick::name).toList())
        .bindArray(
            "consumers",
            String.class,
            picks.stream().map(pick -> pick.consumer().orElse("")).toList())
        .bind("provider", providerId)
        .map((row, _) -> add(found, row, picks))
        .list();
    return new Selected(
        List.copyOf(found.getOrDefault(Use.CHOSEN, Set.of())),
        List.copyOf(found.getOrDefault(Use.FALLBACK, Set.of())),
        List.copyOf(found.getOrDefault(Use.HEAD, Set.of())));
  }

  /// A version with each reason for it.
  private static boolean add(Map<Use, Set<Found>> found, ResultSet row, List<Pick> picks)
      throws SQLException {
    Pact pact =
        new Pact(
            row.getLong("consumer_id"),
            row.getString("consumer"),
            row.getString("main_branch"),
            row.getLong("version_id"),
            row.getString("number"),
            row.getLong("content_id"),
            row.getString("sha"),
            Columns.instant(row, "created_at"));
    Integer[] places = (Integer[]) row.getArray("places").getArray();
    String[] names = (String[]) row.getArray("chosen_by").getArray();
    Boolean[] production = (Boolean[]) row.getArray("production").getArray();
    for (int i = 0; i < places.length; i++) {
      Pick pick = picks.get(places[i]);
      found
          .computeIfAbsent(pick.use(), _ -> new LinkedHashSet<>())
          .add(
              new Found(
                  pact,
                  new Chosen(
                      pick.selector().apply(names[i]),
                      pact.versionId(),
                      pact.number(),
                      names[i],
                      production[i],
                      pick.use() == Use.FALLBACK)));
    }
    return true;
  }
}
