package dev.concordat.wire.fault;

/// A fault of opening a connection. It concerns connections that are opened while it is on.
public sealed interface ConnectFault extends Fault
    permits Refuse,
        UnansweredConnect,
        AcceptSilently,
        SlowAccept,
        BadCertificate,
        StalledHandshake {}
