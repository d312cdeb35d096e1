package com.example.warehouse.stock.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One line per event on standard output; the platform collects it from there. */
public final class Log {

  private Log() {}

  public static void info(String format, Object... values) {
    write("INFO ", format, values);
  }

  public static void warn(String format, Object... values) {
    write("WARN ", format, values);
  }

  private static void write(String level, String format, Object... values) {
    System.out.println(
        Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + level + format.formatted(values));
  }
}
