package dev.contentconnect.vip;

/** The words of the option that tells which system stands behind the name VIP. */
enum Backend {
    WORDPRESS,
    VTINFO;

    static final String OPTION = "backend";
}
