package dev.concordat.registry.access;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Somebody whom an issuer of identities knows.
///
/// @param subject how the issuer names them for good
/// @param name for people to read
/// @param groups those that count for anything, in order
public record Person(
    String subject, String name, Optional<String> email, SortedSet<String> groups) {
  /// Code units of each text; longer ones are cut.
  private static final int MAX_TEXT = 200;

  public Person {
    subject = plain(subject);
    name = plain(name);
    email = email.map(Person::plain);
    groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
  }

  /// For the audit log: what people know and what the issuer does not give to anybody else.
  String known() {
    return "person " + email.orElse(name) + " (" + subject + ")";
  }

  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
  }
}
