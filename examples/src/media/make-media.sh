#!/bin/sh
# Rebuilds the sample media: draws them (JDK 17), films them (ffmpeg with libx264), tags them (ExifTool).
# Needed only to change the samples; the build and the tests use the committed files.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
media=$here/../main/resources/media
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java "$here/Drawings.java" "$work"
ffmpeg -v error -framerate 12 -i "$work/frames/%02d.png" -c:v libx264 -preset veryslow -crf 26 -pix_fmt yuv420p \
    -bitexact "$work/campaign/teaser.mp4"
for args in "$here"/tags/*.args; do
    name=$(basename "$args" .args)
    exiftool -q -overwrite_original -charset iptc=UTF8 -@ "$args" "$work"/*/"$name".*
done
for folder in campaign refused; do
    mkdir -p "$media/$folder"
    rm -f "$media/$folder"/*
    cp "$work/$folder"/* "$media/$folder"
done
cd "$media" && sha256sum campaign/* refused/* >SHA256SUMS
