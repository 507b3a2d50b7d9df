<?php
// Files as they are, everything else to WordPress.
$contentconnect_path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( '/' !== $contentconnect_path && is_file( __DIR__ . rawurldecode( $contentconnect_path ) ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
