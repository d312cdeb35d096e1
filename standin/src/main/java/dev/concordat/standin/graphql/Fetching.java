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

/// Gives the fields of objects their values: the same object always has the same ones.
///
/// @param startWith how many there are of each kind
record Fetching(GraphQLSchema schema, Scalars scalars, int startWith)
    implements DataFetcher<@Nullable Object> {
  /// More values, in one answer, are not made.
  static final int MAX_VALUES = 50_000;

  static final String TOO_MUCH = "the answer would have more than " + MAX_VALUES + " values";

  private static final List<String> SIZES = List.of("first", "last", "limit", "size", "take");

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
    String place = asked.getParentType() + "." + field.getName() + arguments;
    return made(field.getType(), field.getName(), place, arguments, 0);
  }

  private @Nullable Object ofThing(
      Thing thing, GraphQLFieldDefinition field, Map<String, Object> arguments) {
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(field.getType());
    String name = field.getName();
    if (name.equals("id") && GraphQLTypeUtil.isScalar(type)) {
      return isNumber(type) ? number(thing) : thing.key();
    }
    Optional<Object> reference = reference(thing, name, type);
    String place =
        thing.type() + ":" + thing.key() + "." + name + (arguments.isEmpty() ? "" : arguments);
    boolean isCount = isNumber(type) && name.toLowerCase(Locale.ROOT).endsWith("count");
    return isCount && !hasId(thing.type())
        ? Integer.valueOf(startWith)
        : reference.orElseGet(
            () ->
                made(
                    field.getType(),
                    name,
                    place,
                    arguments,
                    hasId(thing.type()) ? 0 : thing.number()));
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
            && hasId(one.type())
        ? Optional.of(isNumber(type) ? number(one) : one.key())
        : Optional.empty();
  }

  private @Nullable Object made(
      GraphQLOutputType given, String name, String place, Map<String, Object> arguments, int turn) {
    boolean isNonNull = given instanceof GraphQLNonNull;
    GraphQLType type = GraphQLTypeUtil.unwrapNonNull(given);
    if (GraphQLTypeUtil.isList(type)) {
      return list((GraphQLOutputType) GraphQLTypeUtil.unwrapOne(type), name, place, arguments);
    }
    return switch (type) {
      case GraphQLObjectType object -> one(object, place, arguments, turn, isNonNull);
      case GraphQLInterfaceType open ->
          one(choose(open, place, arguments), place, arguments, turn, isNonNull);
      case GraphQLUnionType open ->
          one(choose(open, place, arguments), place, arguments, turn, isNonNull);
      case GraphQLNamedType named -> scalars.of(named, name, place);
      default -> throw new IllegalStateException("no such type: " + type);
    };
  }

  private List<@Nullable Object> list(
      GraphQLOutputType item, String name, String place, Map<String, Object> arguments) {
    int size = startWith;
    for (String argument : SIZES) {
      if (arguments.get(argument) instanceof Integer most) {
        size = Math.min(size, Math.max(0, most));
      }
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      items.add(made(item, name, place + "/" + i, Map.of(), i));
    }
    return items;
  }

  /// The thing that an id among the arguments names, or one of those that there are.
  private @Nullable Object one(
      GraphQLObjectType type,
      String place,
      Map<String, Object> arguments,
      int turn,
      boolean isNonNull) {
    if (!hasId(type.getName())) {
      return new Thing(type.getName(), place, Math.max(1, turn));
    }
    Optional<String> id = id(type, arguments);
    if (id.isPresent()) {
      return new Thing(
          type.getName(), id.get(), 1 + scalars.number(id.get(), Integer.MAX_VALUE - 1));
    }
    if (startWith == 0 && !isNonNull) {
      return null;
    }
    int number = turn > 0 ? turn : 1 + scalars.number(place, Math.max(1, startWith));
    boolean isNumber =
        isNumber(GraphQLTypeUtil.unwrapNonNull(type.getFieldDefinition("id").getType()));
    String key = isNumber ? Integer.toString(number) : prefix(type) + number;
    return new Thing(type.getName(), key, number);
  }

  private static Optional<String> id(GraphQLObjectType type, Map<String, Object> arguments) {
    return Optional.ofNullable(arguments.get("id"))
        .or(() -> Optional.ofNullable(arguments.get(prefix(type).replace("-", "") + "Id")))
        .filter(value -> value instanceof String || value instanceof Number)
        .map(Object::toString);
  }

  private static String prefix(GraphQLObjectType type) {
    return type.getName().substring(0, 1).toLowerCase(Locale.ROOT)
        + type.getName().substring(1)
        + "-";
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
        .filter(type -> id.startsWith(prefix(type)))
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

  private boolean hasId(String type) {
    return schema.getType(type) instanceof GraphQLObjectType object
        && object.getFieldDefinition("id") != null
        && GraphQLTypeUtil.isScalar(
            GraphQLTypeUtil.unwrapNonNull(object.getFieldDefinition("id").getType()));
  }
}
