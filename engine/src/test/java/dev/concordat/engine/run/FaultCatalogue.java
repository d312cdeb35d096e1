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
  ///
  /// @param rules the first must find it, the others may
  record Fault(String id, String system, String owner, List<String> rules) {
    String rule() {
      return rules.getFirst();
    }

    boolean isForLater() {
      return !rule().startsWith("conform/")
          && !rule().startsWith("flows/")
          && !rule().startsWith("fidelity/");
    }
  }

  static List<Fault> read(Path page) throws IOException {
    var faults = new ArrayList<Fault>();
    for (String line : Files.readAllLines(page)) {
      String[] cells = line.split("\\|", -1);
      if (line.startsWith("| `") && cells.length >= 6) {
        List<String> rules = List.of(word(cells[5]).split(", also "));
        faults.add(new Fault(word(cells[1]), word(cells[3]), word(cells[4]), rules));
      }
    }
    return faults;
  }

  private static String word(String cell) {
    return cell.strip().replace("`", "");
  }
}
