package dev.concordat.record;

import java.util.List;
import java.util.Random;

/// Traffic with randomised values: every kind of JSON value at every place, from one seed.
final class RandomTraffic {
  private static final List<String> TEXTS =
      List.of(
          "",
          "CONFIRMED",
          "PENDING",
          "in_progress",
          "Ada Lovelace",
          "10.10",
          "00501",
          "2026-03-01",
          "2026-03-01T10:00:00Z",
          "2026-02-30T10:00:00Z",
          "zoe@shop.example",
          "not@",
          "1.2.3.4",
          "https://shop.example/a?b=c",
          "7f3a9c",
          "0b5c3a8c-7f1e-4a4b-9d57-1f2a3b4c5d6e",
          "01ARZ3NDEKTSV4RRFFQ69G5FAV",
          "Zoë 😀",
          "true",
          "tab\\tand \\\"quote\\\"",
          "TEA-001");

  private static final List<String> NAMES =
      List.of("id", "type", "name", "total", "status", "lines", "2026-03-01", "42", "meta", "x");

  private static final List<String> NUMBERS =
      List.of("0", "1", "-7", "10.10", "9007199254740993", "1e3", "123456789012345678901", "0.5");

  private final Random random;

  RandomTraffic(long seed) {
    random = new Random(seed);
  }

  Traffic make(int calls) {
    var traffic = new Traffic();
    for (int at = 0; at < calls; at++) {
      String path =
          List.of(
                  "/things",
                  "/things/" + random.nextInt(50),
                  "/users/ada",
                  "/users/u-" + random.nextInt(90))
              .get(random.nextInt(4));
      String query = random.nextInt(3) == 0 ? "?limit=" + random.nextInt(9) + "&tag=a&tag=b" : "";
      boolean isPost = random.nextBoolean();
      int status = List.of(200, 200, 200, 201, 404, 400, 500).get(random.nextInt(7));
      traffic.call(isPost ? "POST" : "GET", path + query, isPost ? value(3) : "", status, value(4));
    }
    return traffic;
  }

  private String value(int depth) {
    return switch (random.nextInt(depth <= 0 ? 4 : 8)) {
      case 0 -> "null";
      case 1 -> String.valueOf(random.nextBoolean());
      case 2 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 3 -> '"' + TEXTS.get(random.nextInt(TEXTS.size())) + '"';
      case 4 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
      default -> object(depth);
    };
  }

  private String object(int depth) {
    StringBuilder text = new StringBuilder("{");
    for (String name : NAMES) {
      if (random.nextInt(3) == 0) {
        text.append(text.length() > 1 ? "," : "").append('"').append(name).append("\":");
        text.append(value(depth - 1));
      }
    }
    return text.append('}').toString();
  }
}
