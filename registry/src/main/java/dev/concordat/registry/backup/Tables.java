package dev.concordat.registry.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The tables of a registry, each after those that it refers to, with the columns that are written.
///
/// Who is signed in, or about to be, is not among them, nor what is worked out of the others.
///
/// @param version of the tables
record Tables(String version, Map<String, List<String>> columns) {
  static final String HISTORY = "registry_tables";

  static Tables of(Handle handle) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT c.table_name, c.column_name FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
              AND c.table_name NOT IN (:history, 'sessions', 'sign_ins', 'pairs_kept',
                'pairs_changed', 'meetings_kept', 'meetings_changed') AND c.is_generated = 'NEVER'
            ORDER BY c.table_name, c.ordinal_position
            """)
        .bind("history", HISTORY)
        .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
        .forEach(
            pair -> found.computeIfAbsent(pair[0], _ -> new ArrayList<>()).add(quoted(pair[1])));
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    order(found.keySet(), references(handle))
        .forEach(table -> ordered.put(table, found.getOrDefault(table, List.of())));
    String version =
        handle
            .createQuery(
                "SELECT version FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
            .mapTo(String.class)
            .one();
    return new Tables(version, ordered);
  }

  /// Which table refers to which.
  private static Map<String, Set<String>> references(Handle handle) {
    Map<String, Set<String>> references = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT a.relname, b.relname FROM pg_constraint k
            JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
            WHERE k.contype = 'f' AND a.oid <> b.oid
              AND k.connamespace = current_schema()::regnamespace
            ORDER BY 1, 2
            """)
        .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
        .forEach(
            pair -> references.computeIfAbsent(pair[0], _ -> new LinkedHashSet<>()).add(pair[1]));
    return references;
  }

  private static Set<String> order(Set<String> tables, Map<String, Set<String>> references) {
    Set<String> ordered = new LinkedHashSet<>();
    while (ordered.size() < tables.size()) {
      int before = ordered.size();
      for (String table : tables) {
        if (ordered.containsAll(references.getOrDefault(table, Set.of()))) {
          ordered.add(table);
        }
      }
      if (ordered.size() == before) {
        throw new IllegalStateException("tables refer to each other in a circle");
      }
    }
    return ordered;
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
