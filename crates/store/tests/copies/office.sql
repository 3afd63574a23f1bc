-- A small office with every kind of value: text in the order of bytes and not of words, empty and absent, numbers at
-- their ends, days before 1970, bytes of every sort, a tree whose child comes before its parent.
INSERT INTO area (area, name, created_at, version) VALUES
    (x'00000000000070008000000000000001', 'Valdoro', -9223372036854775808, 9223372036854775807),
    (x'ff000000000070008000000000000002', 'È «l’altra» area 𝔄🙂', 0, 1);
INSERT INTO setting (area, name, value, version)
    SELECT area.area, word.value, '', row_number() OVER () FROM area, json_each('["b", "à", "Z", "a", "B", "", "_", "è", "e", "𝔄", "ﬁ", "-a", "a b", "ab"]') AS word;
INSERT INTO body (area, id, parent, kind, name, istat, ipa, valid_from, valid_to, version) VALUES
    (x'00000000000070008000000000000001', x'00000000000070008000000000000011', x'ff000000000070008000000000000012', 'municipality', 'Comune', '', NULL, '1861-03-17', '1969-12-31', 1),
    (x'00000000000070008000000000000001', x'ff000000000070008000000000000012', NULL, 'territory', 'Ambito', NULL, '', '0001-01-01', '9999-12-31', 2),
    (x'00000000000070008000000000000001', x'7f000000000070008000000000000013', x'00000000000070008000000000000011', 'office', 'Ufficio' || char(10) || char(9) || '"\''', NULL, NULL, NULL, NULL, 3);
INSERT INTO staff (area, id, name, login, email, left_on, version) VALUES
    (x'00000000000070008000000000000001', x'00000000000070008000000000000021', 'Una persona', 'una', NULL, '2024-02-29', 1);
INSERT INTO credential (area, staff, password, totp_secret, totp_since, totp_step, failures, locked_until, subject) VALUES
    (x'00000000000070008000000000000001', x'00000000000070008000000000000021', NULL, x'', NULL, -1, 0, NULL, '');
INSERT INTO recovery_code (area, staff, digest, used_at)
    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 2999)
    SELECT x'00000000000070008000000000000001', x'00000000000070008000000000000021', CAST(char(n % 128, (n * 7) % 128, n) AS BLOB), n FROM number;
