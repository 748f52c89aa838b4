-- The number of the lake's latest commit.

select id from ducklake_current_snapshot('lake')
