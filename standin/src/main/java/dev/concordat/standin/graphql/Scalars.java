package dev.concordat.standin.graphql;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/// Makes values without fields, from the seed and the place where they stand.
record Scalars(long seed) {
  private static final int MAX_NUMBER = 1_000;
  private static final int DAYS = 365;
  private static final int SECONDS_A_DAY = 86_400;
  private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);

  /// A whole number from 0.
  int number(String place, int below) {
    return random(place).nextInt(below);
  }

  private SplittableRandom random(String place) {
    long mixed = seed;
    for (int i = 0; i < place.length(); i++) {
      mixed = mixed * 31 + place.charAt(i);
    }
    return new SplittableRandom(mixed);
  }

  Object of(GraphQLNamedType type, String field, String place) {
    SplittableRandom random = random(place);
    if (type instanceof GraphQLEnumType one) {
      return one.getValues().get(random.nextInt(one.getValues().size())).getValue();
    }
    return switch (type.getName()) {
      case "Int" -> 1 + random.nextInt(MAX_NUMBER);
      case "Float" -> BigDecimal.valueOf(1 + random.nextInt(MAX_NUMBER * 100), 2);
      // What is paged through ends: nobody loops for ever.
      case "Boolean" -> !field.startsWith("has") && random.nextBoolean();
      case "String", "ID" -> field + "-" + (1 + random.nextInt(MAX_NUMBER));
      default -> own(type.getName().toLowerCase(Locale.ROOT), field, random);
    };
  }

  /// A scalar of the schema's own says by its name only what it is.
  private static Object own(String type, String field, SplittableRandom random) {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(SECONDS_A_DAY));
    int number = 1 + random.nextInt(MAX_NUMBER);
    return switch (type) {
      case "datetime", "timestamp", "instant", "offsetdatetime" ->
          day.atTime(time).toInstant(ZoneOffset.UTC).toString();
      case "date", "localdate" -> day.toString();
      case "time", "localtime" -> time.toString();
      case "uuid", "guid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "url", "uri" -> "https://example.com/" + field + "/" + number;
      case "email", "emailaddress" -> field.toLowerCase(Locale.ROOT) + number + "@example.com";
      case "long", "bigint", "int64", "positiveint", "nonnegativeint" -> number;
      case "decimal", "bigdecimal", "money" -> BigDecimal.valueOf(number * 10L, 2).toString();
      default -> field + "-" + number;
    };
  }
}
