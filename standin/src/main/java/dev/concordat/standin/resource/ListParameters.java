package dev.concordat.standin.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the query parameters of a list mean, as far as their names tell.
///
/// @param controls what pages and sorts
/// @param filters what selects by a member
public record ListParameters(Map<Control, Parameter> controls, List<Filter> filters) {
  /// None means anything.
  public static final ListParameters NONE = new ListParameters(Map.of(), List.of());

  private static final Map<Control, Set<String>> NAMES =
      Map.of(
          Control.SIZE,
              Set.of(
                  "limit",
                  "pagesize",
                  "perpage",
                  "size",
                  "maxresults",
                  "count",
                  "top",
                  "take",
                  "first",
                  "pagelimit",
                  "maxitems",
                  "resultsperpage",
                  "pagelength"),
          Control.OFFSET, Set.of("offset", "skip", "start", "startindex", "startat", "pageoffset"),
          Control.PAGE, Set.of("page", "pagenumber", "pageindex", "pageno", "currentpage"),
          Control.CURSOR,
              Set.of(
                  "cursor",
                  "after",
                  "pagetoken",
                  "nexttoken",
                  "startingafter",
                  "marker",
                  "continuationtoken",
                  "pagecursor",
                  "pageafter"),
          Control.SORT, Set.of("sort", "sortby", "orderby", "ordering", "sortfield"),
          Control.DIRECTION,
              Set.of("order", "direction", "sortorder", "sortdir", "sortdirection", "dir"),
          Control.SEARCH, Set.of("q", "query", "search", "searchterm", "term"));

  public ListParameters {
    controls = Map.copyOf(controls);
    filters = List.copyOf(filters);
  }

  /// What a parameter does to a list as a whole.
  public enum Control {
    /// How many at most.
    SIZE,
    /// How many are left out at the start.
    OFFSET,
    PAGE,
    /// Where the last page ended.
    CURSOR,
    /// By which member.
    SORT,
    /// Upwards or downwards.
    DIRECTION,
    /// A text that some member contains.
    SEARCH
  }

  /// Leaves those whose member compares with the parameter's value as it should.
  public record Filter(Parameter parameter, String member, Comparison comparison) {}

  /// How a member compares with a parameter.
  public enum Comparison {
    EQUAL,
    AT_LEAST,
    AT_MOST
  }

  /// @param item what each of the list must be
  static ListParameters of(HttpOperation operation, Schema item) {
    Map<Control, Parameter> controls = new EnumMap<>(Control.class);
    var filters = new ArrayList<Filter>();
    Set<String> members = SchemaShape.propertyNames(item);
    for (Parameter parameter : operation.parameters(ParameterLocation.QUERY)) {
      Optional<Filter> filter = filter(parameter, item, members);
      Optional<Control> control = control(parameter);
      if (control.isPresent()) {
        controls.putIfAbsent(control.get(), parameter);
      } else {
        filter.ifPresent(filters::add);
      }
    }
    return new ListParameters(controls, filters);
  }

  private static Optional<Control> control(Parameter parameter) {
    String plain = Naming.plain(parameter.name());
    for (Control control : Control.values()) {
      if (NAMES.getOrDefault(control, Set.of()).contains(plain) && canBe(control, parameter)) {
        return Optional.of(control);
      }
    }
    return Optional.empty();
  }

  /// A `start` that is a moment, or an object, says when and not how many.
  private static boolean canBe(Control control, Parameter parameter) {
    boolean isCounted =
        control == Control.SIZE || control == Control.OFFSET || control == Control.PAGE;
    return !isCounted
        || parameter
            .schema()
            .filter(
                schema ->
                    Collections.disjoint(SchemaShape.types(schema), Set.of("number", "string"))
                        || schema.view().format().filter(it -> it.startsWith("date")).isPresent())
            .isEmpty();
  }

  private static Optional<Filter> filter(Parameter parameter, Schema item, Set<String> members) {
    String plain = Naming.plain(parameter.name());
    for (String member : members) {
      String name = Naming.plain(member);
      boolean isScalar =
          SchemaShape.property(item, member).map(schema -> !Shapes.isObject(schema)).orElse(false);
      if (!isScalar || !plain.contains(name)) {
        continue;
      }
      String rest = plain.replaceFirst(Pattern.quote(name), "");
      Optional<Comparison> comparison =
          switch (rest) {
            case "", "filter" -> Optional.of(Comparison.EQUAL);
            case "min", "from", "gte", "atleast" -> Optional.of(Comparison.AT_LEAST);
            case "max", "to", "lte", "until", "atmost" -> Optional.of(Comparison.AT_MOST);
            default -> Optional.empty();
          };
      if (comparison.isPresent()) {
        return Optional.of(new Filter(parameter, member, comparison.get()));
      }
    }
    return Optional.empty();
  }
}
