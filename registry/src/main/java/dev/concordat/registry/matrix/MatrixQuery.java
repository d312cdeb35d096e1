package dev.concordat.registry.matrix;

import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.selector.VersionSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the query of `/matrix`, and says what is wrong with it in the words of the Pact dialect.
final class MatrixQuery {
  private MatrixQuery() {}

  static MatrixQuestion read(QueryValue.Table query) {
    Optional<String> limit = text(query, "limit");
    return new MatrixQuestion(
        selectors(query, "q"),
        inferred(query),
        selectors(query, "ignore"),
        text(query, "latestby").flatMap(LatestBy::of),
        query.texts("success").stream().map(MatrixQuery::result).toList(),
        limit.map(MatrixQuery::limit).orElse(MatrixQuestion.LIMIT));
  }

  /// The mistakes of the query; empty where it can be answered.
  static List<String> errors(Handle handle, QueryValue.Table query, MatrixQuestion question) {
    List<String> errors = new ArrayList<>();
    for (Selector selector : question.selectors()) {
      if (selector.system().isEmpty()) {
        errors.add("Please specify the pacticipant name");
      } else if (isContradiction(selector)) {
        errors.add(
            "A version number and latest flag cannot both be specified for "
                + selector.system().get());
      }
    }
    List<String> names =
        question.selectors().stream().flatMap(selector -> selector.system().stream()).toList();
    var known = MatrixStore.systems(handle, names).keySet();
    names.stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> errors.add("Pacticipant " + name + " not found"));
    if (question.selectors().isEmpty()) {
      errors.add("Please provide 1 or more version selectors.");
    }
    for (Selector selector : question.ignored()) {
      if (selector.system().isEmpty()) {
        errors.add("Please specify the pacticipant name to ignore");
      } else if (isContradiction(selector)) {
        errors.add(
            "A version number and latest flag cannot both be specified for "
                + selector.system().get()
                + " to ignore");
      }
    }
    errors.addAll(ofTarget(handle, query));
    if (question.limit() < 1) {
      errors.add("The limit must be 1 or greater.");
    }
    return errors;
  }

  private static List<String> ofTarget(Handle handle, QueryValue.Table query) {
    List<String> errors = new ArrayList<>();
    Optional<String> environment = text(query, "environment");
    long targets =
        List.of("tag", "environment", "mainBranch").stream()
            .filter(name -> text(query, name).isPresent())
            .count();
    if (targets > 1) {
      errors.add("Cannot specify more than one of tag, environment and mainBranch.");
    }
    if (environment.isPresent() && isTrue(query, "latest")) {
      errors.add("Cannot specify both latest=true and an environment.");
    }
    environment
        .filter(name -> !exists(handle, name))
        .ifPresent(name -> errors.add("Environment with name '" + name + "' does not exist"));
    return errors;
  }

  static boolean exists(Handle handle, String environment) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM environments WHERE name = :name)")
        .bind("name", environment)
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean isContradiction(Selector selector) {
    return selector.versions().isLatest() && selector.versions().number().isPresent();
  }

  /// Which versions of counterparts count; nothing where the query says nothing of them.
  private static Optional<VersionSelector> inferred(QueryValue.Table query) {
    VersionSelector versions =
        new VersionSelector(
            Optional.empty(),
            isTrue(query, "latest"),
            text(query, "tag"),
            text(query, "branch"),
            isTrue(query, "mainBranch"),
            text(query, "environment"));
    return versions.isAll() ? Optional.empty() : Optional.of(versions);
  }

  private static List<Selector> selectors(QueryValue.Table query, String name) {
    return query.tables(name).stream()
        .map(
            table ->
                new Selector(
                    text(table, "pacticipant"),
                    new VersionSelector(
                        text(table, "version"),
                        isTrue(table, "latest"),
                        text(table, "tag"),
                        text(table, "branch"),
                        isTrue(table, "mainBranch"),
                        text(table, "environment"))))
        .toList();
  }

  private static boolean isTrue(QueryValue.Table table, String name) {
    return text(table, name).filter("true"::equals).isPresent();
  }

  private static Optional<String> text(QueryValue.Table table, String name) {
    return table.text(name).filter(text -> !text.isEmpty());
  }

  private static Optional<Boolean> result(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text.equals("true"));
  }

  private static int limit(String text) {
    try {
      return Math.min(Integer.parseInt(text.strip()), MatrixQuestion.MAX_LIMIT);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
