package dev.concordat.environment.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a system is spoken with, and whom it may speak with.
///
/// @param certificate the PEM file with the certificate with which it serves HTTPS, or with that of who signed it; empty where
///     it serves HTTP
/// @param outside hosts that it may call although no system of the setup is there: `api.example.com` or
///     `api.example.com:443`; `*` for all. Counts only where it calls systems by their host names
public record Reach(Optional<Path> certificate, List<String> outside) {
  /// In clear, and nobody outside.
  public static final Reach PLAIN = new Reach(Optional.empty(), List.of());

  /// Stands for every host in {@link #outside()}.
  public static final String ANYBODY = "*";

  public Reach {
    outside = List.copyOf(outside);
  }
}
