<?php
// Installs WordPress without a browser, with one user a role, each with an application password.
$db = new mysqli( '127.0.0.1', 'root', '', '', (int) '@DB_PORT@' );
$db->query( 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' );
$db->close();

$_SERVER['HTTP_HOST'] = '127.0.0.1:@WEB_PORT@';
define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Library', 'librarian', 'librarian@library.invalid', true, '', wp_generate_password() );
global $wp_rewrite;
$wp_rewrite->set_permalink_structure( '/%postname%/' );
flush_rewrite_rules( false );
update_option( 'timezone_string', 'Europe/Berlin' );
$out = array();
foreach ( array( 'librarian' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor', 'subscriber' => 'subscriber' ) as $login => $role ) {
	$user = get_user_by( 'login', $login );
	$id   = $user ? $user->ID : wp_insert_user(
		array( 'user_login' => $login, 'user_pass' => wp_generate_password(), 'user_email' => "$login@library.invalid", 'role' => $role )
	);
	list( $password ) = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) );
	$out[] = "$login=$password";
}
echo "\nPASSWORDS " . implode( ',', $out ) . "\n";
