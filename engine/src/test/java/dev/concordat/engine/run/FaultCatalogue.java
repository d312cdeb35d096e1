package dev.concordat.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The tables of `docs/shop-faults.md`.
final class FaultCatalogue {
  private FaultCatalogue() {}

  /// A planted fault and what must find it.
  record Fault(String id, String system, String owner, String rule) {
    boolean isForLater() {
      return !rule.contains("/");
    }
  }

  static List<Fault> read(Path page) throws IOException {
    var faults = new ArrayList<Fault>();
    for (String line : Files.readAllLines(page)) {
      String[] cells = line.split("\\|");
      if (line.startsWith("| `") && cells.length >= 6) {
        faults.add(new Fault(word(cells[1]), word(cells[3]), word(cells[4]), word(cells[5])));
      }
    }
    return faults;
  }

  private static String word(String cell) {
    return cell.strip().replace("`", "");
  }
}
