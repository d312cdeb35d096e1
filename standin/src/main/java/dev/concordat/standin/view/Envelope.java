package dev.concordat.standin.view;

import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.resource.Naming;
import dev.concordat.standin.value.Completion;
import dev.concordat.standin.value.ValueMaker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a page into the body that its schema wants: the list itself, or an object with counts and links beside it.
public final class Envelope {
  private static final Set<String> TOTALS =
      Set.of("total", "totalcount", "totalitems", "totalelements", "totalresults", "totalrecords");
  private static final Set<String> COUNTS = Set.of("count", "numberofelements", "itemcount");
  private static final Set<String> SIZES =
      Set.of("limit", "pagesize", "perpage", "size", "itemsperpage");
  private static final Set<String> OFFSETS = Set.of("offset", "skip", "start", "startindex");
  private static final Set<String> PAGES = Set.of("page", "pagenumber", "currentpage", "number");
  private static final Set<String> PAGE_COUNTS =
      Set.of("totalpages", "pagecount", "pages", "lastpage");
  private static final Set<String> MORE = Set.of("hasmore", "hasnext", "hasnextpage", "more");
  private static final Set<String> NEXT =
      Set.of(
          "nextcursor",
          "nextpagetoken",
          "nexttoken",
          "cursor",
          "nextpagecursor",
          "endcursor",
          "continuationtoken");

  private final ValueMaker maker;
  private final Completion completion;

  public Envelope(ValueMaker maker) {
    this.maker = maker;
    this.completion = new Completion(maker);
  }

  /// The body; nothing when no value was found that the schema accepts.
  ///
  /// @param listPath the members that lead to the list
  public Optional<JsonValue> of(Page page, Schema schema, List<String> listPath, String path) {
    var list = new JsonArray(page.items());
    if (listPath.isEmpty()) {
      return completion.of(schema, list, path);
    }
    Optional<JsonValue> sample = maker.full(schema, path);
    if (sample.isEmpty() || !(sample.get() instanceof JsonObject object)) {
      return sample;
    }
    JsonObject filled = filled(object, schema, page);
    String first = listPath.getFirst();
    if (listPath.size() == 1) {
      return completion.of(schema, filled.with(first, list), path);
    }
    JsonObject inner =
        object.member(first).orElse(null) instanceof JsonObject o ? o : JsonObject.EMPTY;
    Optional<Schema> innerSchema = SchemaShape.property(schema, first);
    JsonObject innerFilled = innerSchema.map(it -> filled(inner, it, page)).orElse(inner);
    return completion.of(schema, filled.with(first, innerFilled.with(listPath.get(1), list)), path);
  }

  /// The members that count and lead on, also one level deeper: `{page: {total: 3}}`.
  private static JsonObject filled(JsonObject sample, Schema schema, Page page) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : sample.members().entrySet()) {
      String name = member.getKey();
      Optional<Schema> inner = SchemaShape.property(schema, name);
      Optional<JsonValue> told = inner.flatMap(it -> told(Naming.plain(name), it, page));
      boolean isDropped = inner.isPresent() && isEnd(Naming.plain(name), page);
      if (told.isPresent()) {
        members.put(name, told.get());
      } else if (!isDropped) {
        boolean isInfo =
            Set.of("page", "paging", "pagination", "meta", "metadata", "pageinfo")
                .contains(Naming.plain(name));
        members.put(
            name,
            isInfo && member.getValue() instanceof JsonObject object && inner.isPresent()
                ? filled(object, inner.get(), page)
                : member.getValue());
      }
    }
    return new JsonObject(members);
  }

  /// Whether a member leads on, where nothing follows; links are not made, because the sample's lead nowhere.
  private static boolean isEnd(String plain, Page page) {
    return (NEXT.contains(plain) && !page.hasNext())
        || Set.of("next", "previous", "prev", "nextpage", "previouspage", "nexturl", "links")
            .contains(plain);
  }

  private static Optional<JsonValue> told(String plain, Schema schema, Page page) {
    int size = Math.max(1, page.size());
    Optional<JsonValue> value =
        TOTALS.contains(plain)
            ? number(page.total())
            : COUNTS.contains(plain)
                ? number(plain.equals("count") ? page.total() : page.items().size())
                : SIZES.contains(plain)
                    ? number(page.size())
                    : OFFSETS.contains(plain)
                        ? number(page.from())
                        : PAGES.contains(plain)
                            ? number(page.number())
                            : PAGE_COUNTS.contains(plain)
                                ? number((page.total() + size - 1) / size)
                                : Optional.empty();
    return value
        .or(
            () ->
                MORE.contains(plain)
                    ? Optional.of(JsonBoolean.of(page.hasNext()))
                    : Optional.empty())
        .or(() -> NEXT.contains(plain) ? next(page) : Optional.empty())
        .filter(it -> schema.accepts(it, Direction.RESPONSE));
  }

  private static Optional<JsonValue> next(Page page) {
    return Optional.of(page.hasNext() ? new JsonString(Cursors.at(page.next())) : JsonNull.NULL);
  }

  private static Optional<JsonValue> number(int value) {
    return Optional.of(JsonNumber.of(value));
  }
}
