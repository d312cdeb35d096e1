package dev.concordat.environment.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The TCP ports on which a process and its descendants listen, as `/proc` of Linux tells (proc(5)); elsewhere none is known.
public final class ListeningPorts {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTEN = "0A";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int HEXADECIMAL = 16;

  private ListeningPorts() {}

  /// In ascending order.
  public static Set<Integer> of(long pid) {
    Set<String> sockets = new HashSet<>();
    ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .forEach(process -> sockets.addAll(sockets(process)));
    Set<Integer> ports = new TreeSet<>();
    TABLES.forEach(table -> ports.addAll(ports(table, sockets)));
    return ports;
  }

  /// Links of the form `socket:[4711]`, which name inodes.
  private static Set<String> sockets(ProcessHandle process) {
    Set<String> found = new HashSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      for (Path descriptor : open.toList()) {
        String target = target(descriptor);
        if (target.startsWith("socket:[")) {
          found.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    } catch (IOException _) {
      // It has ended, or there is no /proc: then nothing is known.
    }
    return found;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException _) {
      // Closed meanwhile.
      return "";
    }
  }

  private static Set<Integer> ports(Path table, Set<String> sockets) {
    Set<Integer> ports = new HashSet<>();
    try {
      for (String line : Files.readAllLines(table)) {
        String[] columns = line.strip().split("\\s+", INODE + 2);
        if (columns.length > INODE
            && columns[STATE].equals(LISTEN)
            && sockets.contains(columns[INODE])) {
          String address = columns[ADDRESS];
          ports.add(Integer.parseInt(address.substring(address.indexOf(':') + 1), HEXADECIMAL));
        }
      }
    } catch (IOException | NumberFormatException _) {
      // As above.
    }
    return ports;
  }
}
