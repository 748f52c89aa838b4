-- How every connection is set: nothing is downloaded, and times are shown in UTC.

set autoinstall_known_extensions = false;
set autoload_known_extensions = false;
set timezone = 'UTC';
