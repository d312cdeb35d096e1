package dev.concordat.model.exchange;

/// One header field as it stood on the wire; repeated fields are repeated headers.
public record Header(String name, String value) {}
