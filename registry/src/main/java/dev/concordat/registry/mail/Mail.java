package dev.concordat.registry.mail;

/// A message of plain text.
///
/// @param to an address, `team@example.org`
/// @param subject a line; what is no text in it is left out when it is sent
/// @param id the same for the same message when it is sent again, without angle brackets: `a-1@concordat`
/// @param thread the id of what it belongs to, so that mail programs show it together
public record Mail(String to, String subject, String text, String id, String thread) {}
