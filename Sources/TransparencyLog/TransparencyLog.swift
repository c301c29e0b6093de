// TransparencyLog
