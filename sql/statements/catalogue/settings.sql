-- How every connection is set: nothing is downloaded, times are shown in UTC, and no progress is drawn between what is printed.

set autoinstall_known_extensions = false;
set autoload_known_extensions = false;
set timezone = 'UTC';
set enable_progress_bar = false;
