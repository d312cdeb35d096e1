package dev.concordat.standin.graphql;

import graphql.GraphqlErrorException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Gives the fields of objects their values: the same object always has the same ones, until a mutation says otherwise.
final class Fetching implements DataFetcher<@Nullable Object> {
  /// More values, in one answer, are not made.
  static final int MAX_VALUES = 50_000;

  static final String TOO_MUCH = "the answer would have more than " + MAX_VALUES + " values";

  private final GraphQLSchema schema;
  private final Scalars scalars;
  private final int startWith;
  private final Kinds kinds;
  private final Memory memory;
  private final Mutations mutations;
  private final Lists lists;

  /// @param startWith how many there are of each kind
  Fetching(GraphQLSchema schema, Scalars scalars, int startWith, Memory memory) {
    this.schema = schema;
    this.scalars = scalars;
    this.startWith = startWith;
    this.kinds = new Kinds(schema);
    this.memory = memory;
    this.mutations = new Mutations(schema, kinds, memory, startWith);
    this.lists = new Lists(kinds, memory, startWith, this::valueOf);
  }

  Mutations mutations() {
    return mutations;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment asked) {
    AtomicInteger made =
        asked.getGraphQlContext().getOrDefault(AtomicInteger.class, new AtomicInteger());
    if (made.incrementAndGet() > MAX_VALUES) {
      throw GraphqlErrorException.newErrorException().message(TOO_MUCH).build();
    }
    GraphQLFieldDefinition field = asked.getFieldDefinition();
    Map<String, Object> arguments = new TreeMap<>(asked.getArguments());
    if (asked.getSource() instanceof Thing thing) {
      return ofThing(thing, field, arguments);
    }
    if (asked.getParentType().equals(schema.getMutationType())) {
      Optional<Memory.Value> done = mutations.carryOut(field, arguments, this::exists);
      if (done.isPresent()) {
        return done.get().value();
      }
    }
    String place = asked.getParentType() + "." + field.getName() + arguments;
    return made(field.getType(), field.getName(), new Spot(place, arguments, 0, Optional.empty()));
  }

  /// Where a value stands.
  ///
  /// @param turn which item of a list it is, from 1; 0 for none
  /// @param of the thing with an id that it belongs to
  private record Spot(String place, Map<String, Object> arguments, int turn, Optional<Thing> of) {
    Spot item(int number) {
      return new Spot(place + "/" + number, Map.of(), number, of);
    }
  }

  private @Nullable Object valueOf(Thing thing, GraphQLFieldDefinition field) {
    return ofThing(thing, field, Map.of());
  }

  private @Nullable Object ofThing(
      Thing thing, GraphQLFieldDefinition field, Map<String, Object> arguments) {
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(field.getType());
    String name = field.getName();
    if (thing.given().containsKey(name)) {
      return thing.given().get(name);
    }
    if (name.equals("id") && GraphQLTypeUtil.isScalar(type)) {
      return isNumber(type) ? number(thing) : thing.key();
    }
    Optional<Object> known =
        reference(thing, name, type)
            .or(() -> memory.value(thing.type(), thing.key(), name).map(Memory.Value::value));
    boolean isNull = memory.value(thing.type(), thing.key(), name).isPresent() && known.isEmpty();
    if (known.isPresent() || isNull) {
      return known.orElse(null);
    }
    boolean isOwn = kinds.hasId(thing.type());
    if (isNumber(type) && name.toLowerCase(Locale.ROOT).endsWith("count") && !isOwn) {
      return lists.count(schema, thing);
    }
    Optional<Object> info = isOwn ? Optional.empty() : pageInfo(thing, name, type);
    if (info.isPresent()) {
      return info.get();
    }
    String place =
        thing.type() + ":" + thing.key() + "." + name + (arguments.isEmpty() ? "" : arguments);
    return made(
        field.getType(),
        name,
        new Spot(
            place,
            isOwn ? arguments : with(thing.arguments(), arguments),
            isOwn ? 0 : thing.number(),
            isOwn ? Optional.of(thing) : Optional.empty()));
  }

  /// What a connection was asked for is asked of its lists.
  private static Map<String, Object> with(
      Map<String, Object> outer, Map<String, Object> arguments) {
    if (outer.isEmpty()) {
      return arguments;
    }
    Map<String, Object> all = new TreeMap<>(outer);
    all.putAll(arguments);
    return all;
  }

  private static boolean isNumber(GraphQLType type) {
    return type instanceof GraphQLNamedType named && named.getName().equals("Int");
  }

  /// The id of a thing whose type has whole numbers for it.
  private static Object number(Thing thing) {
    return thing.key().matches("-?[0-9]{1,9}") ? Integer.valueOf(thing.key()) : thing.number();
  }

  /// `customerId` beside `customer` is the id of that one.
  private Optional<Object> reference(Thing thing, String name, GraphQLType type) {
    boolean isId = name.length() > 2 && name.toLowerCase(Locale.ROOT).endsWith("id");
    if (!isId
        || !GraphQLTypeUtil.isScalar(type)
        || !(schema.getType(thing.type()) instanceof GraphQLObjectType object)) {
      return Optional.empty();
    }
    String base = name.substring(0, name.length() - 2);
    GraphQLFieldDefinition other =
        object.getFieldDefinition(base.endsWith("_") ? base.substring(0, base.length() - 1) : base);
    return other != null
            && ofThing(thing, other, Map.of()) instanceof Thing one
            && kinds.hasId(one.type())
        ? Optional.of(isNumber(type) ? number(one) : one.key())
        : Optional.empty();
  }

  private @Nullable Object made(GraphQLOutputType given, String name, Spot spot) {
    boolean isNonNull = given instanceof GraphQLNonNull;
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(given);
    if (GraphQLTypeUtil.isList(type)) {
      return list((GraphQLOutputType) GraphQLTypeUtil.unwrapOne(type), name, spot);
    }
    return switch (type) {
      case GraphQLObjectType object -> one(object, spot, isNonNull);
      case GraphQLInterfaceType open ->
          one(choose(open, spot.place(), spot.arguments()), spot, isNonNull);
      case GraphQLUnionType open ->
          one(choose(open, spot.place(), spot.arguments()), spot, isNonNull);
      case GraphQLNamedType named -> scalars.of(named, name, spot.place());
      default -> throw new IllegalStateException("no such type: " + type);
    };
  }

  private List<@Nullable Object> list(GraphQLOutputType item, String name, Spot spot) {
    Optional<GraphQLObjectType> kind = kinds.ofItem(item);
    GraphQLType named = GraphQLTypeUtil.unwrapNonNull(item);
    List<@Nullable Object> items = new ArrayList<>();
    if (kind.isPresent() && named instanceof GraphQLNamedType type) {
      boolean isEdge = !kind.get().equals(named);
      for (Thing thing : lists.page(kind.get(), spot.arguments(), spot.of()).things()) {
        items.add(isEdge ? edge((GraphQLObjectType) type, spot.place(), thing) : thing);
      }
      return items;
    }
    int size = Window.cut(startWith, spot.arguments());
    for (int i = 1; i <= size; i++) {
      items.add(made(item, name, spot.item(i)));
    }
    return items;
  }

  private static Thing edge(GraphQLObjectType type, String place, Thing node) {
    GraphQLFieldDefinition cursor = type.getFieldDefinition("cursor");
    boolean hasCursor = cursor != null && isText(GraphQLTypeUtil.unwrapNonNull(cursor.getType()));
    return new Thing(
        type.getName(),
        place + "/" + node.key(),
        1,
        Map.of(),
        hasCursor ? Map.of("node", node, "cursor", Window.cursor(node)) : Map.of("node", node));
  }

  private static boolean isText(GraphQLType type) {
    return GraphQLTypeUtil.isScalar(type)
        && type instanceof GraphQLNamedType named
        && !List.of("Int", "Float", "Boolean").contains(named.getName());
  }

  /// Which page of its list a connection shows.
  private Optional<Object> pageInfo(Thing connection, String name, GraphQLType type) {
    boolean isAsked =
        name.equals("pageInfo")
            && type instanceof GraphQLObjectType info
            && info.getFieldDefinition("hasNextPage") != null;
    return isAsked
        ? lists
            .window(schema, connection)
            .map(
                window ->
                    new Thing(
                        ((GraphQLNamedType) type).getName(),
                        connection.key() + ".pageInfo",
                        1,
                        Map.of(),
                        window.info()))
        : Optional.empty();
  }

  /// The thing that an id among the arguments names, or one of those that there are.
  private @Nullable Object one(GraphQLObjectType type, Spot spot, boolean isNonNull) {
    if (!kinds.hasId(type.getName())) {
      return new Thing(
          type.getName(), spot.place(), Math.max(1, spot.turn()), spot.arguments(), Map.of());
    }
    Optional<String> id = Kinds.id(type, spot.arguments());
    if (id.isPresent()) {
      return exists(type.getName(), id.get())
          ? new Thing(type.getName(), id.get(), 1 + scalars.number(id.get(), Integer.MAX_VALUE - 1))
          : null;
    }
    if (startWith == 0 && !isNonNull) {
      return null;
    }
    int number =
        spot.turn() > 0 ? spot.turn() : 1 + scalars.number(spot.place(), Math.max(1, startWith));
    Thing thing = new Thing(type.getName(), kinds.key(type, number), number);
    return isNonNull || !memory.isRemoved(thing.type(), thing.key()) ? thing : null;
  }

  /// Where things of a type come and go, those are there that were at the start, were made, or were named by a client.
  private boolean exists(String type, String key) {
    if (memory.isRemoved(type, key)) {
      return false;
    }
    return !mutations.isLiving(type)
        || memory.isMade(type, key)
        || (schema.getType(type) instanceof GraphQLObjectType object && isOfTheStart(object, key));
  }

  private boolean isOfTheStart(GraphQLObjectType type, String key) {
    for (int number = 1; number <= Math.max(1, startWith); number++) {
      if (kinds.key(type, number).equals(key)) {
        return true;
      }
    }
    return false;
  }

  /// The type whose things have such an id; where there is none, any, always the same.
  private GraphQLObjectType choose(GraphQLType open, String place, Map<String, Object> arguments) {
    List<GraphQLObjectType> possible = new ArrayList<>();
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object && isPossible(open, object)) {
        possible.add(object);
      }
    }
    possible.sort(Comparator.comparing(GraphQLObjectType::getName));
    if (possible.isEmpty()) {
      throw GraphqlErrorException.newErrorException()
          .message("no object type implements this one: " + ((GraphQLNamedType) open).getName())
          .build();
    }
    String id = String.valueOf(arguments.get("id"));
    return possible.stream()
        .filter(type -> memory.isMade(type.getName(), id) || id.startsWith(Kinds.prefix(type)))
        .findFirst()
        .orElseGet(() -> possible.get(scalars.number(place, possible.size())));
  }

  private boolean isPossible(GraphQLType open, GraphQLObjectType type) {
    return switch (open) {
      case GraphQLInterfaceType one -> schema.isPossibleType(one, type);
      case GraphQLUnionType one -> schema.isPossibleType(one, type);
      default -> false;
    };
  }
}
