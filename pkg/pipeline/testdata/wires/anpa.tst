W2870_asian
r i BC-VA--Ferry Fire 1stLd   03-04 0466
^BC-VA--Ferry Fire, 1st Ld,466<
^Ferry burns off Skerrow, dozens rescued<
^AP Photo XVA101, XVA102<
^Eds: Updates with quote. With AP Photos.<
^By SAM HALE=
^Associated Press=
	   PORT ELLEN, Varland (AP) _ A ferry with 90 people on board caught fire off Skerrow on Monday, the coast guard said.

	   ``We smelled smoke,'' the captain said. It was the ferry's third fire in 2{ years.
	   ___
	   Lena Moe in Harnesund contributed to this report.

	   AP-WF-03-04-24 1137GMT<


