package dev.concordat.standin.server;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.standin.StandIn;
import java.util.ArrayList;
import java.util.List;

/// Several stand-ins behind one port.
final class Together {
  private Together() {}

  /// The operations of two contracts that one request could mean, as sentences; at most so many.
  static List<String> meetings(OpenApiContract one, OpenApiContract other, int most) {
    var meetings = new ArrayList<String>();
    for (HttpOperation a : one.operations()) {
      for (HttpOperation b : other.operations()) {
        if (meetings.size() < most
            && a.method().equals(b.method())
            && meet(segments(one, a), segments(other, b))) {
          meetings.add(
              a.methodAndPath()
                  + " ("
                  + a.place().shortForm()
                  + ") and "
                  + b.methodAndPath()
                  + " ("
                  + b.place().shortForm()
                  + ")");
        }
      }
    }
    return meetings;
  }

  private static List<String> segments(OpenApiContract contract, HttpOperation operation) {
    return List.of((contract.basePath() + operation.path().text()).split("/", -1));
  }

  /// Whether some path is one of both.
  private static boolean meet(List<String> one, List<String> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      boolean isFree = one.get(i).indexOf('{') >= 0 || other.get(i).indexOf('{') >= 0;
      if (!isFree && !one.get(i).equals(other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// A path below which no contract has any: so deep that none of their paths can be that long.
  static String adminPath(List<StandIn> standIns) {
    String path = "/.concordat";
    while (canMeet(path, standIns)) {
      path += "/-";
    }
    return path;
  }

  /// Whether a path of some contract has the form of one that {@link Administration} has below this prefix.
  private static boolean canMeet(String prefix, List<StandIn> standIns) {
    for (String name : Administration.NAMES) {
      for (StandIn standIn : standIns) {
        if (standIn.knows(prefix + "/" + name)) {
          return true;
        }
      }
    }
    return false;
  }
}
