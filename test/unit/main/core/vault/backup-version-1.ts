/**
 * A backup as the program wrote it on 22 November 2026, before profiles, reports and devices were in it: the office of
 * `backup-fixture.ts`, a content token of the library 42 (value `STOKEN`, owner Ada) and an interval of 60 minutes set at the
 * group Berlin. Its passphrase is `BACKUP_PASSPHRASE`.
 */
export const BACKUP_OF_VERSION_1 =
  'QURFVgECBAEBFzShBeTUgNJEMVxn3frGC41jY606wx1ATN80p+gZtHECUOFY1MeflUyXb5SGWZypC/5zQRkXYPfLOQsQIjxMnToQ05/rEXUrJa' +
  'QV/6j/RiEuhbiJqgq0pGvvx6inzKrwFoXs4E+GRhc5Nx7Ptcjth06VeJYb9MZzuz0V72tCskBA8bNefg9v1ZiSX56rSuh6Z9cZpxIvEZzNCMWS' +
  'flbkBKI8m42XY+7oOolO1e/WCG7dm/4PKonpyulzT84FHZBiZzA5JvFlIYKH71+5RBty99I/gzVwuYMu49IOppdhP5YXlwaW2qakXe3Vm0YFc3' +
  'deY1uGREg8AmEZHBrK4Cyk/TXfwHqVbq8BPPIZiL4/2LAon/XKJQR/L8qwMLg6Ya0JQ7NQMv0yhEO2wpd0cR6nxjshtSw1JyEgJCeVBhl9o/27' +
  'jgQv+kGm1qW4Xa2bSK9pwXRigeXKeckghYmDf3EnU1P0a+KAX+0ClCMGLQaQUYJzeR0/L/pI4r4K7P62hxTh4bfYMuPdFObV3TTCdkZw2BsWIt' +
  '6AGRmLVZqQkrhMj0m1vNXSBJ5njj8SbWEHwwrqfzgafoCtXSjCPbeHltRdP+8r/7HoAWW6xHAfu4w1oP8FTeI0IFz1zrDVVMpv5j3FWHqWRe1W' +
  '+/jgCLV8OV8bJff1+7aIsvhikqT97SkxURpN7UJKi2O+NalXVK1acXA7jyNWFK4j0Nzx5Aiy2ZeuX98anYsiFxF+vQxDgfdQqqxrN6b8cX31Z0' +
  'BC488bRMG7755dfV2MpIw2iGEbacAuNQ54f1FaDDlMtQr+Q2OcPaAtGJKtvf2TpgE+s+qTsinYQnW1vxNFAZs3/dx+PAJAxkRI+iKVK2IyMSF6' +
  'EfZQr34jfnynZOot38xoN/b5lvcCYOBwYzBglVgWJTa0g4opcTFZE5WKFDqxkAHiSCE/bjz7jaTpY182kjRkyLQv3xDVyFImbAfsKNBESbjCw0' +
  'N9bhAaNsk4VjKz+tFV/9lu4UsKTYBi0m7Vs/yAV++KB3O3j6aVWawFKOOq2znRRbxk+O2zwNlWu2jO7JnM2M+Wmg7+EgynyW3gxkmBsIX9VAln' +
  'EoqQ0p9/8aQ/f5kN122liy7GnkoLUHGs6id4B2IVR/pWgdVFlg18m4X5rS2XJ0L4dqw2TOxYQ0psogmlK3NSRGm+TzlaMsOqTjL3e0KuUXKJcJ' +
  'qwYkkQh0v9aiiCX4/n+n8KJL7/3LTAFwSd2Bc8t8Y+kbH8+a000oyyof3LCfCVni0TccCGiBNtChpv0NgdOxwYqAc31JoFnUzDDsmNsk/1qbAA' +
  'U4Z/wbKF95afHedaN/1A1i1bPlfTLzdYtcrk9dzfxp+uTgFHZTT3840oa2d1O9NOB29I02Z4m5oEru4roch48BScXL2YIDxkxYUymIUYcLJRVc' +
  'x7JXUt/SzvlqqMC5aXMSbdyDNUM73pQhWniEpPbnnJ0BwFrH6ztesRMA5PXIuDcu5sJWobCYwo9oesRMsVd+79LI/8NL9De+a2ladWiHEXDSCC' +
  'h6qaoSnYXS5nBI/xCl0P92VRvBPwzXqH3pE51n9UsFEhA538XJpiIfRk/jcRWQc7nLUXGQdhxQpx7LygCiI73A2anp3dlLWNkLj3qbNSgQkegO' +
  'Pla/9YxPPfLtl8OaC6CVy91b8Br1V3S7syhAGo/px3Eof1/jToK99uV7qu5GURtMGZKZXVC8eOmEcvKFP4YVf30mqN6czF7Rs6sPpJAVfXhXHL' +
  'UCyEU2WsVAZsohg4fQscOjI3CQUMpK/Vqp+eDCZu/ww7GIa5ickUc5/phAMdWHtl3Dg3LWa3EETDWSgLXx47YzaZcMd/6FD90Gi3dyL76KHqdW' +
  '2sUoaV8yhaKqYgQXgi6JE4Z+DF6jJbTO2kP4bobyvytyuxLN3+Ji5jrHYs/zD3nVRqKPRRqWHiVRSRiKyRtdOF8yMtaCw4HgNztsrU9bEYSFr9' +
  'nqznOHLcovmphgzBmv29awUvWM6DZvIkPXR0okEny01hbQFlAOh77hvkrVWnmN24A5E6RcnJH41zhVWbrH9Qg7mfnAlhIYA7vaQ+2E6V2tgB6z' +
  'CuCylL/S/WioZPYH1ibK1lCIMOyC9RtTmU7/z1tBPzhjcaUtYmph4ss93AJcWo3X/2a/zbUCv+YHPmckZUB+OOzHpw9u/71Yy9HE9GAXl3dT8Y' +
  'dINNdGvUCTcuPWFSHtzCNTMsQOl4eLuvfj+WjqY8LV5slVBc6LXHpZcgRhCUgDH1TvR7Fs2eLuyAftteMnFJ26dehtCPFQgsUVFgsgFipFDfWX' +
  '5FR3DjGP3UYubtC74vnwAQHoHDdNK+UBxJMWfC3QyA6SLORPmbKB5sESvPLEUJ+vqw6ASJtpGXUOrXQOV87FnCgblTHfA2qqGuunQAuql3L5Dn' +
  'UZ7scIBJ0vd92d7aYnbezrKLy9fr2KhdL/CsFRDksFeffyi1+52qeoP6IRAbmHKwdiAdgAc+dx9yQfAmWK0zbn1SPKlqXnoo8VpRha/Fed7Bwy' +
  'SIWIDDXD98IqkDduB1mbBemvpZv1FROZHoXmy5VwV2OSqnvccLXzbqhdtNFnKynuBNnM2o6UmAmvDW+kPL9KWrbcU5cnxbFMdfXCTFUsGcjesk' +
  '7/sKXEB8fv5SbrzVhWtG+cS63VN+aJYn4ug7OQ3QLCxgbzWsnbMaSg=='
